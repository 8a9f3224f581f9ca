use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::record::{Event, ListedName, Mode, Names, SeatTag, Session, SessionId, Zone};

use super::Key;
use super::packed::text_table;

/// When a fact was said, among all facts of all sessions: the order in which the record is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970, from the opening of the session and the event's own time.
    pub time: i64,
    /// The session's id.
    #[serde(with = "text_table")]
    pub session: SessionId,
    /// The event's number in its session.
    pub seq: u64,
    /// The fact's place in its event, from 0.
    pub fact: usize,
}

/// What the private names file tells about a seat.
#[derive(Clone, Debug)]
pub(super) struct NotedSeat {
    /// Whose it is, without the name, where the key of the workspace is at hand.
    pub(super) key: Option<Arc<str>>,
    /// The name, folded.
    pub(super) name: Key,
}

/// Where events come from: what the ledger has to know about their session.
#[derive(Clone, Debug)]
pub struct Origin {
    pub(super) session: SessionId,
    pub(super) title: Arc<str>,
    pub(super) opened: i64,
    pub(super) zone: Zone,
    pub(super) solo: bool,
    pub(super) names: Arc<BTreeMap<SeatTag, NotedSeat>>,
}

impl Origin {
    /// The origin of this session's events; `names` is what its private names file says.
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
            names: Arc::new(listed.collect()),
        }
    }

    /// The moment of the `fact`th fact of an event.
    pub(super) fn moment(&self, event: &Event, fact: usize) -> Moment {
        let time = self.opened.saturating_add_unsigned(event.at.as_millis());
        Moment { time, session: self.session.clone(), seq: event.seq, fact }
    }
}

/// Who a listed name stands for: "Mei, claims lead" and "mei" are one person.
pub fn person_key(name: &str) -> Option<Key> {
    Key::of(ListedName::new(name).called())
}
