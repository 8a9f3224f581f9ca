use std::collections::BTreeMap;

use crate::graph::Key;

/// Names that are looked for in texts.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// For the first word of each name, the full names that begin with it as lists of words, each with the label of its
    /// thing.
    names: BTreeMap<String, BTreeMap<Vec<String>, String>>,
}

impl Mentions {
    /// Looks for these names, each with the label of its thing.
    pub(super) fn of<'n>(known: impl IntoIterator<Item = (&'n str, &'n str)>) -> Self {
        let mut names: BTreeMap<String, BTreeMap<Vec<String>, String>> = BTreeMap::new();
        for (name, label) in known {
            let words = words(name);
            if let Some(first) = words.first().cloned() {
                names.entry(first).or_default().insert(words, label.to_owned());
            }
        }
        Self { names }
    }

    /// The thing that a text mentions first. If several names begin at the same word, the longest name counts.
    pub(super) fn first_in(&self, text: &str) -> Option<String> {
        let text = words(text);
        (0..text.len()).find_map(|start| {
            let from = text.get(start..)?;
            let mentioned = self.names.get(from.first()?)?.iter().filter(|(name, _)| from.starts_with(name));
            mentioned.max_by_key(|(name, _)| name.len()).map(|(_, label)| label.clone())
        })
    }
}

/// The words of a text, with spelling and case normalised.
fn words(text: &str) -> Vec<String> {
    let keys = text.split_whitespace().filter_map(Key::of);
    keys.flat_map(|key| key.as_str().split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}
