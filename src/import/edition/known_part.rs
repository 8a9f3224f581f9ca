use std::collections::{HashMap, HashSet};

use crate::record::{Event, Fact, Session};

/// What a session has under one key of its source.
#[derive(Debug)]
pub(super) struct KnownPart {
    /// The number of the event with the latest statement.
    pub(super) latest: u64,
    /// The facts of the latest statement, without those that take an event back.
    pub(super) facts: Vec<Fact>,
    /// The number of the latest event with a statement that was not taken back; `None` if all were.
    pub(super) standing: Option<u64>,
    pub(super) gone: GoneMark,
}

/// Whether a session says that a part is gone from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GoneMark {
    /// No; the source had it last.
    No,
    /// Yes, in the event with this number.
    Since(u64),
    /// Somebody here took that back.
    Denied,
}

/// What a session has from its source.
#[derive(Debug, Default)]
pub(super) struct KnownParts {
    /// The parts by their keys.
    pub(super) parts: HashMap<String, KnownPart>,
    /// Their keys, in the order in which they came first.
    pub(super) order: Vec<String>,
    /// What is left of the keys of parts that were removed for good.
    struck: HashSet<String>,
}

impl KnownParts {
    pub(super) fn of(session: &Session) -> Self {
        let mut known = Self::default();
        let by_source = taken_back_by_source(session);
        for event in session.recorded() {
            let Some(key) = event.source_key() else { continue };
            if event.is_struck() {
                known.struck.insert(key.to_owned());
            } else {
                known.note(session, event, key, &by_source);
            }
        }
        known
    }

    fn note(&mut self, session: &Session, event: &Event, key: &str, by_source: &HashSet<u64>) {
        let stated: Vec<Fact> = event.facts.iter().filter(|fact| !fact.is_undo_or_redo()).cloned().collect();
        let says_gone = stated.iter().any(|fact| matches!(fact, Fact::GoneFromSource { .. }));
        let stands = session.stands(event.seq);
        if says_gone {
            if let Some(part) = self.parts.get_mut(key) {
                part.gone = match stands {
                    true => GoneMark::Since(event.seq),
                    false if by_source.contains(&event.seq) => GoneMark::No,
                    false => GoneMark::Denied,
                };
            }
            return;
        }
        if stated.is_empty() {
            return;
        }
        let before = self.parts.get(key);
        if before.is_none() {
            self.order.push(key.to_owned());
        }
        let standing = stands.then_some(event.seq).or_else(|| before?.standing);
        let gone = before.map_or(GoneMark::No, |before| before.gone);
        let part = KnownPart { latest: event.seq, facts: stated, standing, gone };
        self.parts.insert(key.to_owned(), part);
    }

    /// Whether a part with this key was removed for good.
    pub(super) fn is_struck(&self, key: &str) -> bool {
        !self.struck.is_empty() && self.struck.contains(&left_of_key(key))
    }
}

/// Returns the numbers of the events that a newer edition took back; any other was taken back by somebody here.
fn taken_back_by_source(session: &Session) -> HashSet<u64> {
    let of_source = session.recorded().filter(|event| event.source_key().is_some());
    let taken = of_source.flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Retracted { seq } => Some(*seq),
        _ => None,
    });
    taken.collect()
}

/// Returns what is left of a key once the event with it is removed for good: enough to know the key again.
fn left_of_key(key: &str) -> String {
    Event { source: Some(key.to_owned()), ..Event::default() }.struck().source.unwrap_or_default()
}
