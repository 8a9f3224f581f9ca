use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::record::{Event, ListedName, Mode, Names, SeatTag, Session, SessionId, SessionKind, Zone};

use super::Key;
use super::packed::text_table;

/// The moment at which a fact was said; it orders the facts of all sessions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970: the opening of the session plus the event's own time.
    pub time: i64,
    /// The session's id.
    #[serde(with = "text_table")]
    pub session: SessionId,
    /// The event's number in its session.
    pub seq: u64,
    /// The index of the fact in its event, from 0.
    pub fact: usize,
}

impl Moment {
    /// Returns a moment before everything that was said.
    pub(super) fn start() -> Self {
        Self { time: i64::MIN, session: SessionId::default(), seq: 0, fact: 0 }
    }

    /// Returns a moment after everything that was said.
    pub(super) fn end() -> Self {
        Self { time: i64::MAX, session: SessionId::default(), seq: u64::MAX, fact: usize::MAX }
    }
}

/// What a session's private names file says about a seat.
#[derive(Clone, Debug)]
pub(super) struct NotedSeat {
    /// The person's pseudonym; `None` where the workspace's key was not available.
    pub(super) key: Option<Arc<str>>,
    /// The person's name, as a key.
    pub(super) name: Key,
}

/// What the ledger has to know about the session from which events come.
#[derive(Clone, Debug)]
pub struct Origin {
    pub(super) session: SessionId,
    pub(super) title: Arc<str>,
    pub(super) opened: i64,
    pub(super) zone: Zone,
    pub(super) solo: bool,
    /// Whether the session is an import, in which nobody says anything.
    pub(super) import: bool,
    pub(super) exact_names: bool,
    pub(super) names: Arc<BTreeMap<SeatTag, NotedSeat>>,
}

impl Origin {
    /// Returns the origin of this session's events; `names` is the content of its private names file.
    pub fn of(session: &Session, names: &Names) -> Self {
        let key = |tag: &str| names.keys.get(tag).map(|key| key.as_str().into());
        let noted = |(tag, name): (&SeatTag, &String)| {
            Some((tag.clone(), NotedSeat { key: key(tag), name: person_key(name)? }))
        };
        let listed = names.names.iter().filter_map(noted);
        Self {
            session: session.header().id.clone(),
            title: session.title().into(),
            opened: session.header().opened.as_millisecond(),
            zone: session.header().zone.clone(),
            solo: session.mode() == Mode::Solo,
            import: session.header().kind == SessionKind::Import,
            exact_names: session.header().exact_names,
            names: Arc::new(listed.collect()),
        }
    }

    /// Returns the moment of an event's fact with index `fact`.
    pub(super) fn moment(&self, event: &Event, fact: usize) -> Moment {
        let time = event.at.millis_on(self.opened);
        Moment { time, session: self.session.clone(), seq: event.seq, fact }
    }
}

/// Returns the person that a listed name stands for: "Mei, claims lead" and "mei" are one person.
pub fn person_key(name: &str) -> Option<Key> {
    Key::of(ListedName::new(name).called())
}
