use crate::app::entry::Entry;
use crate::replay::search::Hit;

/// The state of the search popup: the words and their hits.
#[derive(Debug, Default)]
pub struct Search {
    /// The words being typed.
    pub entry: Entry,
    /// The words of the last search; `None` before the first Enter.
    pub asked: Option<String>,
    /// The hits of the last search.
    pub hits: Vec<Hit>,
    /// The index of the hit under the cursor.
    pub selected: usize,
    /// Whether every session is searched, rather than the replayed one.
    pub everywhere: bool,
}

impl Search {
    /// Whether Enter jumps to a hit rather than starting a search.
    pub fn stands(&self) -> bool {
        self.asked.as_deref() == Some(self.entry.text().trim())
    }
}
