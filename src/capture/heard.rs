use std::collections::BTreeMap;

use crate::graph::Key;
use crate::record::{Event, Fact, Session};

/// The things that a session has named so far. A line uses it to know whether it names a thing first.
///
/// It grows with the session, event by event; `holds` checks each time whether a naming was taken back.
#[derive(Clone, Debug, Default)]
pub struct Heard {
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
                self.named.entry(key).or_default().push(event.seq);
            }
        }
    }

    /// Whether the session names this thing in an event that was not taken back.
    pub(super) fn holds(&self, key: &Key, session: &Session) -> bool {
        self.named.get(key).is_some_and(|events| events.iter().any(|&seq| session.stands(seq)))
    }
}
