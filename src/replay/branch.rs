//! What if: a session that goes on from a moment of another one.

use crate::record::{Event, Fact, Session, SessionKind};

/// A session as it stood after the event with this number.
pub fn cut(session: &Session, after: u64) -> Session {
    let events: Vec<Event> = session.events().iter().filter(|event| event.seq <= after).cloned().collect();
    Session::fold(session.header().clone(), events)
}

/// The kind of a branch that leaves a session where it ends.
pub fn kind(origin: &Session) -> SessionKind {
    let after = origin.events().last().map_or(0, |event| event.seq);
    SessionKind::WhatIf { of: origin.header().id.clone(), after }
}

/// How a branch opens: with whoever was there, and no plan.
pub fn opening(origin: &Session) -> Fact {
    Fact::Opened {
        mode: origin.mode(),
        facilitator: origin.facilitator().map(str::to_owned),
        agenda: Vec::new(),
        people: origin.people().to_vec(),
    }
}
