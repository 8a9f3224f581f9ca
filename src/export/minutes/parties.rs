use std::collections::BTreeMap;

use super::notes::Notes;
use crate::export::markdown::foreign;
use crate::graph::Key;
use crate::record::Kind;

/// Every known party: those on the map and the units of the seats.
pub(super) struct Parties {
    /// For the first word of each name, the full names that begin with it as lists of words, each with the label of the
    /// party.
    names: BTreeMap<String, BTreeMap<Vec<String>, String>>,
}

impl Parties {
    pub(super) fn of(notes: &Notes<'_>) -> Self {
        let mut names: BTreeMap<String, BTreeMap<Vec<String>, String>> = BTreeMap::new();
        let mut add = |name: &str, party: &String| {
            let words = words(name);
            if let Some(first) = words.first().cloned() {
                names.entry(first).or_default().insert(words, party.clone());
            }
        };
        for party in notes.session.everybody().iter().filter_map(|person| person.party.as_ref()) {
            add(party, party);
        }
        for thing in notes.graph().things().filter(|thing| thing.kind == Kind::Party) {
            for name in thing.aliases.iter().chain([&thing.label]) {
                add(name, &thing.label);
            }
        }
        Self { names }
    }

    /// The party that a text mentions first. If several names begin at the same word, the longest name counts.
    pub(super) fn first_in(&self, text: &str) -> Option<String> {
        let text = words(text);
        (0..text.len()).find_map(|start| {
            let from = text.get(start..)?;
            let mentioned = self.names.get(from.first()?)?.iter().filter(|(name, _)| from.starts_with(name));
            mentioned.max_by_key(|(name, _)| name.len()).map(|(_, party)| party.clone())
        })
    }
}

/// Groups items by party, ordered by name; items without a party come last.
pub(super) fn by_party(items: Vec<(Option<String>, String)>) -> Vec<(Option<String>, Vec<String>)> {
    let mut sorted: BTreeMap<(bool, Option<String>), Vec<String>> = BTreeMap::new();
    for (party, item) in items {
        sorted.entry((party.is_none(), party)).or_default().push(item);
    }
    sorted.into_iter().map(|((_, party), items)| (party.map(|party| foreign(&party)), items)).collect()
}

/// The words of a text, with spelling and case normalised.
fn words(text: &str) -> Vec<String> {
    let keys = text.split_whitespace().filter_map(Key::of);
    keys.flat_map(|key| key.as_str().split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}
