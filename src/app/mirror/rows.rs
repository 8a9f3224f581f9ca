use super::page::{AnswerRow, EndRow, FrontRow};
use super::view::{AssessView, Whose};

impl AssessView {
    /// Returns the rows of the front page.
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

    /// Returns the rows of the page after the last question.
    pub fn end(&self) -> Vec<EndRow> {
        let open = self.walk.as_ref().is_some_and(|walk| walk.progress().0 < walk.progress().1);
        let mut rows = if open { vec![EndRow::ToOpen] } else { Vec::new() };
        rows.extend([EndRow::Finish, EndRow::Later]);
        rows
    }

    /// Returns the answers of the latest assessment, in the order of the questions.
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
