use std::collections::HashMap;
use std::sync::OnceLock;

use super::Key;

/// Finds the names that contain a word, so that a longer name is found without a search through all names.
///
/// The index is built at the first lookup and updated from then on. A copy of a ledger builds its own, since most
/// copies never need one.
#[derive(Debug, Default)]
pub(super) struct WordIndex(OnceLock<HashMap<Box<str>, Vec<Key>>>);

impl Clone for WordIndex {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl WordIndex {
    /// Adds a name that is mentioned for the first time.
    pub(super) fn note(&mut self, name: &Key) {
        if let Some(holding) = self.0.get_mut() {
            add(holding, name);
        }
    }

    /// Returns the names that contain the rarest of these words.
    pub(super) fn holding<'a>(&'a self, names: impl Iterator<Item = &'a Key>, words: &str) -> &'a [Key] {
        let holding = self.0.get_or_init(|| {
            let mut holding = HashMap::new();
            names.for_each(|name| add(&mut holding, name));
            holding
        });
        let found = words.split(' ').map(|word| holding.get(word).map(Vec::as_slice).unwrap_or_default());
        found.min_by_key(|names| names.len()).unwrap_or_default()
    }
}

fn add(holding: &mut HashMap<Box<str>, Vec<Key>>, name: &Key) {
    for word in name.as_str().split(' ') {
        match holding.get_mut(word) {
            Some(names) if names.last() == Some(name) => {}
            Some(names) => names.push(name.clone()),
            None => {
                holding.insert(word.into(), vec![name.clone()]);
            }
        }
    }
}
