//! What an event says to everybody.

use super::Timeline;
use crate::capture::{Context, Heard, retell};
use crate::graph::{Ledger, Owner};
use crate::record::{Event, Exposure, Fact, Matter, Session};

/// Events of one session as sentences that everybody may read.
pub(super) struct EventTeller<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    carried: &'a [Matter],
    heard: Heard,
}

impl<'a> EventTeller<'a> {
    /// Things are called as this ledger calls them; what earlier sessions left open is `carried`.
    pub(super) fn new(session: &'a Session, ledger: &'a Ledger, carried: &'a [Matter]) -> Self {
        Self { session, ledger, carried, heard: Heard::default() }
    }

    /// The sentence that was read back; nothing for what is private or was removed, and for what is not said.
    ///
    /// Nobody is named who did not ask for it.
    pub(super) fn sentence(&self, event: &Event) -> Option<String> {
        let removed = event.facts.iter().any(|fact| matches!(fact, Fact::Struck));
        if removed || event.exposure == Exposure::Private {
            return None;
        }
        let context = Context::new(self.ledger, self.session, &self.heard).carrying(self.carried);
        let told =
            retell(&self.session.masked(event), &context, &|who| Owner::of(self.session, self.ledger, who).called())?;
        // A question to the room when it was typed; later it is a gap.
        Some(match told.strip_suffix("; more or less?") {
            Some(told) => format!("{told}; nobody has said which way."),
            None => told,
        })
    }
}

impl Timeline {
    /// What an event says to everybody, with things called as this ledger calls them; nothing for what is private.
    ///
    /// What earlier sessions left open is `carried`.
    pub fn told(&self, event: &Event, ledger: &Ledger, carried: &[Matter]) -> Option<String> {
        EventTeller::new(self.session(), ledger, carried).sentence(event)
    }
}
