use super::{AssessView, Whose};
use crate::assess::{Opinion, Sharing};

/// What of the mirror is looked at.
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
    /// Which team the map is asked about.
    Team,
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

impl AssessView {
    /// The rows of the front page.
    pub fn front(&self) -> Vec<FrontRow> {
        let mut rows = match (self.whose, &self.walk) {
            (Whose::Sample, _) => Vec::new(),
            (Whose::Own, Some(walk)) if walk.assessment().is_begun() => vec![FrontRow::GoOn],
            (Whose::Own, _) => vec![FrontRow::Begin],
        };
        if !self.finished.is_empty() {
            rows.extend([FrontRow::Result, FrontRow::History, FrontRow::Answers]);
        }
        rows
    }

    /// The rows behind the last question.
    pub fn end(&self) -> Vec<EndRow> {
        let open = self.walk.as_ref().is_some_and(|walk| walk.progress().0 < walk.progress().1);
        let mut rows = if open { vec![EndRow::ToOpen] } else { Vec::new() };
        rows.extend([EndRow::Finish, EndRow::Later]);
        rows
    }

    /// The answers of the latest one, in the order of the questions.
    pub fn answers(&self) -> Vec<AnswerRow> {
        let Some((instrument, assessment)) = self.latest() else { return Vec::new() };
        let row = |item: &crate::assess::RatedItem| {
            let rating = assessment.rating(&item.id)?;
            let told = assessment.answer(&item.id).is_some_and(|answer| answer.evidence.text().is_some());
            let opinion = self.opinions.iter().flatten().find(|opinion| opinion.item == item.id);
            Some(AnswerRow {
                item: item.id.clone(),
                title: item.title.clone(),
                words: item.words(rating),
                has_example: told,
                share: assessment.shares(&item.id),
                opinion: opinion.cloned(),
            })
        };
        instrument.items().filter_map(row).collect()
    }
}
