use super::Recording;
use super::blanks::blanks;
use crate::exercise::Catalogue;
use crate::export;

impl Recording {
    /// The session as one page of Markdown, as it stands.
    pub fn minutes(&self, catalogue: &Catalogue) -> String {
        let blanks = blanks(self, catalogue, None);
        export::minutes_markdown(&self.session, &self.ledger, catalogue, &blanks)
    }

    /// The session as a chapter of a report, as it stands.
    pub fn chapter(&self, catalogue: &Catalogue) -> export::SessionChapter {
        let blanks = blanks(self, catalogue, None);
        export::chapter(&self.session, &self.ledger, catalogue, &blanks)
    }
}
