//! A branch: a session that continues from a moment of another session, to try out what would follow.

use crate::record::{Event, Fact, Session, SessionKind};

/// Returns the session as it stood after the event with the number `after`; later events are left out.
pub fn cut(session: &Session, after: u64) -> Session {
    let events: Vec<Event> = session.events().iter().filter(|event| event.seq <= after).cloned().collect();
    Session::fold(session.header().clone(), events)
}

/// Returns the kind of a branch that begins after the last event of `origin`.
pub fn kind(origin: &Session) -> SessionKind {
    let after = origin.events().last().map_or(0, |event| event.seq);
    SessionKind::WhatIf { of: origin.header().id.clone(), after }
}

/// Returns the opening of a branch: with the people and the languages of `origin`, and an empty agenda.
pub fn opening(origin: &Session) -> Vec<Fact> {
    let opened = Fact::Opened {
        mode: origin.mode(),
        facilitator: origin.facilitator().map(str::to_owned),
        agenda: Vec::new(),
        people: origin.people().to_vec(),
    };
    let languages = Some(origin.languages().to_vec()).filter(|languages| !languages.is_empty());
    std::iter::once(opened).chain(languages.map(|languages| Fact::LanguagesSet { languages })).collect()
}
