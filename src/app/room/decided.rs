use super::audience::Room;
use super::lists::{List, ListEntry};
use crate::graph::DecisionRecord;
use crate::record::Event;
use crate::record::spoken::capitalised;

impl Room {
    /// Returns the decision about each thing, the latest first, with the hands and what stood before.
    pub(super) fn decided(&self) -> List {
        let records = DecisionRecord::all(self.recording.session().live()).into_iter().rev();
        let told = records.flat_map(|record| self.told_in_full(&record));
        let entries = told.map(|text| ListEntry { text, now: false }).collect();
        List { heading: "Decided", entries, empty: "Nothing is decided so far." }
    }

    /// Returns a decision as rows: the verdict that stands, the hands, what stood before, and what single people said after
    /// the count, without who said it.
    fn told_in_full(&self, record: &DecisionRecord<'_>) -> Vec<String> {
        let stands = self.sentence_without_unit(&Event { facts: vec![record.fact()], ..record.event.clone() });
        let hands = record.hands_in_words().map(|hands| format!("{}.", capitalised(&hands)));
        let earlier = record.earlier.iter().map(|stated| format!("Before that: {}.", stated.in_words()));
        let objections = record.objections.iter().map(|(_, said)| format!("Somebody says: “{said}”."));
        let Some(stands) = stands else { return Vec::new() };
        [stands].into_iter().chain(hands).chain(earlier).chain(objections).collect()
    }
}
