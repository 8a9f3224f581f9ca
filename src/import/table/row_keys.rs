use std::collections::{HashMap, HashSet};

use crate::import::drafting::draft::one_line;

/// The maximum number of characters and words of an id.
const ID_LENGTH: usize = 60;
const ID_WORDS: usize = 3;

/// What tells each row from every other in every edition of a file: its id, where it has one of its own, else its name
/// and its unit. No other cell counts, so a changed cell changes a row and does not make another one of it.
#[derive(Debug, Default)]
pub(super) struct RowKeys {
    taken: HashSet<String>,
    /// How often a name stands in a unit.
    named: HashMap<String, usize>,
}

/// The key of a row, and whether its id stands in a row above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowKey {
    pub(super) key: String,
    pub(super) repeats: bool,
}

impl RowKeys {
    /// Returns the key of the next row.
    pub(super) fn next(&mut self, id: Option<&str>, name: &str, unit: &str) -> RowKey {
        let id = id.map(|id| one_line(id, usize::MAX));
        if let Some(id) = id.as_deref().filter(|id| self.taken.insert((*id).to_owned())) {
            return RowKey { key: id.to_owned(), repeats: false };
        }
        let by_name = by_name(name, unit);
        let by_name = id.as_ref().map_or_else(|| by_name.clone(), |id| format!("{id} ({by_name})"));
        let count = self.named.entry(by_name.clone()).or_default();
        loop {
            *count += 1;
            let key = if *count == 1 { by_name.clone() } else { format!("{by_name} #{count}") };
            if self.taken.insert(key.clone()) {
                return RowKey { key, repeats: id.is_some() };
            }
        }
    }
}

/// Returns what a row without an id is known by.
pub(super) fn by_name(name: &str, unit: &str) -> String {
    let text = if unit.is_empty() { name.to_lowercase() } else { format!("{name} | {unit}").to_lowercase() };
    one_line(&text, usize::MAX)
}

/// Whether a text can be an id: it is short, and no sentence.
pub(super) fn is_id(text: &str) -> bool {
    text.chars().count() <= ID_LENGTH && text.split_whitespace().count() <= ID_WORDS && !text.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_id_and_without_one_the_name_and_the_unit() {
        let mut keys = RowKeys::default();
        let mut next = |id, name, unit| keys.next(id, name, unit);
        let key = |key: &str, repeats| RowKey { key: key.to_owned(), repeats };
        assert_eq!(next(Some("A-1"), "Bot", "Claims"), key("A-1", false));
        assert_eq!(next(Some("A-1"), "Mail", "Sales"), key("A-1 (mail | sales)", true));
        assert_eq!(next(None, "Bot", "Claims"), key("bot | claims", false));
        assert_eq!(next(None, "Bot ", "claims"), key("bot | claims #2", false));
        assert_eq!(next(None, "Bot", ""), key("bot", false));
        assert!(is_id("DHS-0000-2023") && is_id("35"));
        assert!(!is_id("Improved efficiency and productivity") && !is_id("https://example.org/a"));
    }
}
