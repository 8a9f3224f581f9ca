mod checkpoints;

use super::{Playhead, Still};
use crate::graph::{Ledger, Origin};
use crate::lens::{LENSES, Lens};
use crate::record::{Event, Fact, Names, Session, SessionTime, StepId};
use checkpoints::Checkpoints;

/// A session that can be shown as it stood at any position.
///
/// Opening a timeline costs next to nothing; what a look needs is computed when it is first needed, and stored.
#[derive(Clone, Debug)]
pub struct Timeline {
    session: Session,
    origin: Origin,
    base: Ledger,
    checkpoints: Checkpoints,
    lenses: &'static [&'static Lens],
}

impl Timeline {
    /// Takes a session, the names stored beside it, and the ledger that it builds on.
    pub fn new(session: Session, names: &Names, base: Ledger) -> Self {
        // Whether one person sits alone is told by the opening event, so the origin is that of an empty session.
        let origin = Origin::of(&Session::new(session.header().clone()), names);
        Self { session, origin, base, checkpoints: Checkpoints::default(), lenses: LENSES }
    }

    /// Returns the same timeline, read with these lenses instead of all.
    #[must_use]
    pub const fn reading_with(mut self, lenses: &'static [&'static Lens]) -> Self {
        self.lenses = lenses;
        self
    }

    /// Adds an event that was recorded since, for a session that another process still writes.
    pub fn grow(&mut self, event: Event) {
        let changes_earlier = self.changes_earlier(&event);
        self.session.push(event);
        if changes_earlier {
            self.checkpoints = Checkpoints::default();
        }
    }

    /// Whether an event would change what was heard before it: a line is removed for good, or corrected.
    pub fn changes_earlier(&self, event: &Event) -> bool {
        event.orders_strike() || self.session.reaches_back(event)
    }

    /// Returns the ledger of the sessions that this one builds on.
    pub const fn base(&self) -> &Ledger {
        &self.base
    }

    /// Returns the whole session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Returns every event, in order.
    pub fn events(&self) -> &[Event] {
        self.session.events()
    }

    /// Returns the position before the first event.
    pub const fn start() -> Playhead {
        Playhead { heard: 0, at: SessionTime::OPENING }
    }

    /// Returns the position after the last event so far.
    pub fn end(&self) -> Playhead {
        self.after(self.events().len())
    }

    /// Returns the position right after the first `heard` events.
    pub fn after(&self, heard: usize) -> Playhead {
        let heard = heard.min(self.events().len());
        let last = heard.checked_sub(1).and_then(|place| self.events().get(place));
        Playhead { heard, at: last.map_or(SessionTime::OPENING, |event| event.at) }
    }

    /// Returns the position at a time: after every event up to it.
    pub fn at(&self, at: SessionTime) -> Playhead {
        Playhead { heard: self.events().iter().take_while(|event| event.at <= at).count(), at }
    }

    /// Returns the position after this many typed lines, right before the next one.
    pub fn at_line(&self, lines: usize) -> Playhead {
        let mut seen = 0;
        let within = |event: &&Event| {
            seen += usize::from(event.is_line());
            seen <= lines
        };
        self.after(self.events().iter().take_while(within).count())
    }

    /// Returns the position right after the event with this number; `None` if there is no such event.
    pub fn at_event(&self, seq: u64) -> Option<Playhead> {
        let place = self.events().iter().position(|event| event.seq == seq)?;
        Some(self.after(place + 1))
    }

    /// Returns the position right after the first event of a step; `None` if the step was never walked.
    pub fn at_step(&self, step: &StepId) -> Option<Playhead> {
        let enters = |fact: &Fact| matches!(fact, Fact::StepEntered { step: entered, .. } if entered == step);
        let of_step = |event: &Event| event.step.as_ref() == Some(step) || event.facts.iter().any(enters);
        let place = self.events().iter().position(of_step)?;
        Some(self.after(place + 1))
    }

    /// Returns the last event that was heard at a position; `None` before the first event.
    pub fn event(&self, position: Playhead) -> Option<&Event> {
        self.events().get(position.heard.checked_sub(1)?)
    }

    /// Returns the session as it stood at a position.
    pub fn look(&mut self, position: Playhead) -> Still {
        let heard = position.heard.min(self.events().len());
        let position = Playhead { heard, at: position.at.max(self.after(heard).at) };
        let ledger = self.ledger(heard);
        Still::new(position, self.checkpoints.walk(&self.session, heard), ledger, self.lenses)
    }

    /// Stores one more checkpoint for later looks. Returns whether there was one to store.
    ///
    /// Without this call, the first look far ahead stores all of them at once. A screen calls it between two keys.
    pub fn prepare(&mut self) -> bool {
        let end = self.events().len();
        self.checkpoints.store_next(&self.session, &self.origin, &self.base, end)
    }

    /// Returns the ledger that the session builds on, with all that stood after the first `heard` events.
    pub fn ledger(&mut self, heard: usize) -> Ledger {
        self.checkpoints.ledger(&self.session, &self.origin, &self.base, heard)
    }
}
