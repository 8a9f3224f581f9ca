use std::collections::BTreeMap;

use crate::graph::Key;
use crate::record::{Event, Fact, Session};

/// Which things a session has named so far, so that a line knows whether it is the first to mention one.
///
/// Grows with the session, one event at a time; what was taken back is told apart when it is asked.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    named: BTreeMap<Key, Vec<u64>>,
}

impl Heard {
    /// Everything a session has named.
    pub fn of(session: &Session) -> Self {
        let mut heard = Self::default();
        session.events().iter().for_each(|event| heard.hear(event));
        heard
    }

    /// Adds what one more event names.
    pub fn hear(&mut self, event: &Event) {
        for fact in &event.facts {
            if let Fact::Named { label, .. } = fact
                && let Some(key) = Key::of(label)
            {
                self.named.entry(key).or_default().push(event.seq);
            }
        }
    }

    /// Whether a naming of this thing still stands in the session.
    pub(super) fn holds(&self, key: &Key, session: &Session) -> bool {
        self.named.get(key).is_some_and(|events| events.iter().any(|&seq| session.stands(seq)))
    }
}
