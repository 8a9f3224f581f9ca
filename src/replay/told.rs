//! What an event says in public.

use super::Timeline;
use crate::capture::{Context, Heard, retell};
use crate::graph::{Ledger, Owner};
use crate::record::{Event, Exposure, Fact, Matter, Session};

/// Tells the events of one session as sentences that everybody may read.
pub(super) struct EventTeller<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    carried: &'a [Matter],
    heard: Heard,
}

impl<'a> EventTeller<'a> {
    /// Things are called as `ledger` calls them. `carried` holds the promises, questions and parked items that earlier
    /// sessions left open.
    pub(super) fn new(session: &'a Session, ledger: &'a Ledger, carried: &'a [Matter]) -> Self {
        Self { session, ledger, carried, heard: Heard::default() }
    }

    /// Returns the sentence that was read back; `None` for an event that is private, was removed, or is never read
    /// back.
    ///
    /// People are named only if they asked for it.
    pub(super) fn sentence(&self, event: &Event) -> Option<String> {
        let removed = event.facts.iter().any(|fact| matches!(fact, Fact::Struck));
        if removed || event.exposure == Exposure::Private {
            return None;
        }
        let context = Context::new(self.ledger, self.session, &self.heard).carrying(self.carried);
        let told =
            retell(&self.session.masked(event), &context, &|who| Owner::of(self.session, self.ledger, who).called())?;
        // The line asked the room when it was typed; afterwards the missing sign is stated.
        Some(match told.strip_suffix("; more or less?") {
            Some(told) => format!("{told}; nobody has said which way."),
            None => told,
        })
    }
}

impl Timeline {
    /// Returns what an event says in public, with things called as `ledger` calls them; `None` if the event is private.
    ///
    /// `carried` holds the promises, questions and parked items that earlier sessions left open.
    pub fn told(&self, event: &Event, ledger: &Ledger, carried: &[Matter]) -> Option<String> {
        EventTeller::new(self.session(), ledger, carried).sentence(event)
    }
}
