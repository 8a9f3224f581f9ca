use crate::assess::{Opinion, Sharing};

/// The pages of the self-assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// What it is, and what can be done with it.
    #[default]
    Front,
    /// One question.
    Ask,
    /// Behind the last question.
    End,
    /// Where somebody stands, and what to do next.
    Result,
    /// Every answer, and what of it is shared.
    Answers,
    /// Which unit the map is asked about.
    Unit,
    /// All of them over time.
    History,
}

/// A row of the front page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FrontRow {
    /// Go on where it was left.
    GoOn,
    /// Begin one.
    Begin,
    /// Where somebody stands.
    Result,
    /// All of them over time.
    History,
    /// The answers of the latest one, and what of it is shared.
    Answers,
}

/// A row behind the last question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndRow {
    /// Go to the first question that is still open.
    ToOpen,
    /// Finish it.
    Finish,
    /// Leave it for another day.
    Later,
}

/// One answer of the latest assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// Which item.
    pub item: String,
    /// Its title.
    pub title: String,
    /// The words of the anchor.
    pub words: String,
    /// Whether there is an example.
    pub has_example: bool,
    /// How much of it is shared.
    pub share: Sharing,
    /// What the map has beside it.
    pub opinion: Option<Opinion>,
}
