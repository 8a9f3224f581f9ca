use std::collections::HashMap;
use std::sync::OnceLock;

use super::Key;

/// Which names hold a word, so that a longer name is found without looking at all of them.
///
/// It is built at the first lookup and updated from then on. A copy of a ledger builds its own, because most never need one.
#[derive(Debug, Default)]
pub(super) struct WordIndex(OnceLock<HashMap<Box<str>, Vec<Key>>>);

impl Clone for WordIndex {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl WordIndex {
    /// Takes in a name that nobody had mentioned before.
    pub(super) fn note(&mut self, name: &Key) {
        if let Some(holding) = self.0.get_mut() {
            add(holding, name);
        }
    }

    /// The names that hold the rarest of these words.
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
