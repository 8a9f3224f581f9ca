use crate::assess::{Opinion, Sharing};

/// The pages of the self-assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The front page: what the self-assessment is, and what can be done with it.
    #[default]
    Front,
    /// One question.
    Ask,
    /// The page after the last question.
    End,
    /// The result, and what to do next.
    Result,
    /// Every answer, and how much of it is shared.
    Answers,
    /// The entry of the unit that the answers are compared with.
    Unit,
    /// All assessments over time.
    History,
}

/// A row of the front page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FrontRow {
    /// Continue the unfinished assessment.
    GoOn,
    /// Begin an assessment.
    Begin,
    /// Show the result.
    Result,
    /// Show all assessments over time.
    History,
    /// Show the answers of the latest assessment, and how much of each is shared.
    Answers,
}

/// A row of the page after the last question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EndRow {
    /// Go to the first unanswered question.
    ToOpen,
    /// Finish the assessment.
    Finish,
    /// Leave the assessment for another day.
    Later,
}

/// One answer of the latest assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// The id of the item.
    pub item: String,
    /// The title of the item.
    pub title: String,
    /// The words of the chosen anchor.
    pub words: String,
    /// Whether the answer has an example.
    pub has_example: bool,
    /// How much of the answer is shared.
    pub share: Sharing,
    /// What the map shows instead, if it contradicts the answer.
    pub opinion: Option<Opinion>,
}
