use super::Recording;
use super::blanks::blanks;
use crate::exercise::Catalogue;
use crate::export;

impl Recording {
    /// Returns the session so far as one page of Markdown.
    pub fn minutes(&self, catalogue: &Catalogue) -> String {
        let blanks = blanks(self, catalogue, None);
        export::minutes_markdown(&self.session, &self.ledger, catalogue, &blanks)
    }

    /// Returns what one person alone takes away so far, as a page of Markdown.
    pub fn page_of_one(&self, catalogue: &Catalogue) -> String {
        let blanks = blanks(self, catalogue, None);
        export::page_of_one(&self.session, &self.ledger, catalogue, &blanks)
    }

    /// Returns the session so far as a chapter of a report.
    pub fn chapter(&self, catalogue: &Catalogue) -> export::SessionChapter {
        let blanks = blanks(self, catalogue, None);
        export::chapter(&self.session, &self.ledger, catalogue, &blanks)
    }
}
