use crate::app::entry::Entry;
use crate::replay::search::Hit;

/// Words that are looked for, and where they were said.
#[derive(Debug, Default)]
pub struct Search {
    /// The words, as typed.
    pub entry: Entry,
    /// What was looked for; nothing before the first Enter.
    pub asked: Option<String>,
    /// Where it was said.
    pub hits: Vec<Hit>,
    /// The row under the cursor.
    pub selected: usize,
    /// In every session, rather than in the one that is looked at.
    pub everywhere: bool,
}

impl Search {
    /// Whether Enter goes to a place, rather than looking for something else.
    pub fn stands(&self) -> bool {
        self.asked.as_deref() == Some(self.entry.text().trim())
    }
}
