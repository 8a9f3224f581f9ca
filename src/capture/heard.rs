use std::collections::BTreeMap;

use crate::graph::Key;
use crate::record::{Event, Fact, Session};

/// The things that a session has named so far. A line uses it to know whether it names a thing first.
///
/// It grows with the session, event by event; `holds` checks each time whether a naming was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// For each thing, the numbers of the events that name it, in order.
    named: BTreeMap<Key, Vec<u64>>,
}

impl Heard {
    /// Returns the things that a session has named.
    pub fn of(session: &Session) -> Self {
        let mut heard = Self::default();
        session.events().iter().for_each(|event| heard.hear(event));
        heard
    }

    /// Adds the things that an event names.
    pub fn hear(&mut self, event: &Event) {
        for fact in &event.facts {
            if let Fact::Named { label, .. } = fact
                && let Some(key) = Key::of(label)
            {
                let events = self.named.entry(key).or_default();
                if let Err(place) = events.binary_search(&event.seq) {
                    events.insert(place, event.seq);
                }
            }
        }
    }

    /// Removes the things that an event named before it was corrected.
    pub fn forget(&mut self, event: &Event) {
        for fact in &event.facts {
            if let Fact::Named { label, .. } = fact
                && let Some(key) = Key::of(label)
                && let Some(events) = self.named.get_mut(&key)
            {
                events.retain(|seq| *seq != event.seq);
                if events.is_empty() {
                    self.named.remove(&key);
                }
            }
        }
    }

    /// Whether the session names this thing in an event that was not taken back.
    pub(super) fn holds(&self, key: &Key, session: &Session) -> bool {
        self.named.get(key).is_some_and(|events| events.iter().any(|&seq| session.stands(seq)))
    }
}
