use std::collections::BTreeSet;

use super::audience::Room;
use super::lists::{List, ListEntry};
use crate::record::{Event, Fact};

impl Room {
    /// Returns the last decision about each thing, the latest first.
    pub(super) fn decided(&self) -> List {
        let mut about: BTreeSet<String> = BTreeSet::new();
        let mut entries = Vec::new();
        for event in self.recording.session().live().rev() {
            let mut facts = event.facts.clone();
            facts.retain(|fact| match fact {
                Fact::Decided { about: thing, .. } => about.insert(thing.to_lowercase()),
                _ => false,
            });
            if !facts.is_empty() {
                let sentence = self.sentence_without_unit(&Event { facts, ..event.clone() });
                entries.extend(sentence.map(|text| ListEntry { text, now: false }));
            }
        }
        List { heading: "Decided", entries, empty: "Nothing is decided so far." }
    }
}
