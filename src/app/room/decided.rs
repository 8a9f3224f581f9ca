use super::audience::Room;
use super::lists::{List, ListEntry};
use crate::graph::DecisionRecord;
use crate::record::Event;
use crate::record::spoken::capitalised;

impl Room {
    /// Returns the decision about each thing, the latest first, with the hands and what stood before.
    pub(super) fn decided(&self) -> List {
        let records = DecisionRecord::all(self.recording.session().live()).into_iter().rev();
        let entries = records.filter_map(|record| Some(ListEntry { text: self.told_in_full(&record)?, now: false }));
        List { heading: "Decided", entries: entries.collect(), empty: "Nothing is decided so far." }
    }

    /// Returns a decision in sentences; what single people said against it stands without who said it.
    fn told_in_full(&self, record: &DecisionRecord<'_>) -> Option<String> {
        let mut told = self.sentence_without_unit(&Event { facts: vec![record.fact()], ..record.event.clone() })?;
        let hands = record.hands_in_words().map(capitalised_sentence);
        let earlier = record.earlier.iter().map(|stated| format!("Before that: {}.", stated.in_words()));
        let objections = record.objections.iter().map(|(_, said)| format!("Somebody says: “{said}”."));
        for sentence in hands.into_iter().chain(earlier).chain(objections) {
            told = format!("{told} {sentence}");
        }
        Some(told)
    }
}

fn capitalised_sentence(text: String) -> String {
    format!("{}.", capitalised(&text))
}
