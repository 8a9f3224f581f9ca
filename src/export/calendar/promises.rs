use jiff::Timestamp;
use jiff::civil::Date;

use super::component::{CalendarEntry, CalendarSpan, calendar};
use crate::export::material::Material;
use crate::record::SessionId;

/// An open promise that is due on a day. The texts are plain text, as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuePromise {
    /// The session in which it was made.
    pub session: SessionId,
    /// The number of its event.
    pub seq: u64,
    /// The unit of who promised, or the name that its owner wanted; `None` if neither may be told.
    pub who: Option<String>,
    /// The promise.
    pub what: String,
    /// The day on which it is due, as last stated.
    pub due: Date,
    /// When it was made.
    pub said: Timestamp,
}

/// What a session states about a promise of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledEarlier {
    /// The session in which the promise was made.
    pub session: SessionId,
    /// The number of its event.
    pub seq: u64,
    /// The day to which it was moved; `None` if it is over.
    pub moved_to: Option<Date>,
}

/// The calendar of the open promises of all sessions, the earliest first.
pub fn promise_calendar(material: &Material<'_>) -> String {
    let mut promises: Vec<(&str, DuePromise)> = Vec::new();
    for chapter in material.chapters {
        promises.extend(chapter.promises.iter().map(|promise| (chapter.title.as_str(), promise.clone())));
    }
    // The chapters are in the order of time, so what was stated last counts.
    for stated in material.chapters.iter().flat_map(|chapter| &chapter.settles) {
        let same = |promise: &DuePromise| (&promise.session, promise.seq) == (&stated.session, stated.seq);
        match stated.moved_to {
            None => promises.retain(|(_, promise)| !same(promise)),
            Some(day) => promises.iter_mut().filter(|(_, one)| same(one)).for_each(|(_, one)| one.due = day),
        }
    }
    promises.sort_by_key(|(_, promise)| (promise.due, promise.said, promise.seq));
    let entries = promises.into_iter().map(|(title, promise)| CalendarEntry {
        uid: format!("{}-{}@adjacent", promise.session, promise.seq),
        stamp: promise.said,
        span: CalendarSpan::Day(promise.due),
        summary: match &promise.who {
            Some(who) => format!("{who}: {}", promise.what),
            None => promise.what,
        },
        description: format!("Promised in “{title}”."),
    });
    calendar(&format!("Promises: {}", material.title), &entries.collect::<Vec<_>>())
}
