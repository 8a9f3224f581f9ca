mod checkpoints;

use super::{Playhead, Still};
use crate::graph::{Ledger, Origin};
use crate::lens::{LENSES, Lens};
use crate::record::{Event, Fact, Names, Session, SessionTime, StepId};
use checkpoints::Checkpoints;

/// A session that can be looked at as it stood at any moment.
///
/// Opening one costs next to nothing; what a look needs is worked out when it is first needed, and stored.
#[derive(Clone, Debug)]
pub struct Timeline {
    session: Session,
    origin: Origin,
    base: Ledger,
    checkpoints: Checkpoints,
    lenses: &'static [&'static Lens],
}

impl Timeline {
    /// A session with the names stored beside it, and what it builds on.
    pub fn new(session: Session, names: &Names, base: Ledger) -> Self {
        // Whether somebody is alone is told by the opening, like everything else.
        let origin = Origin::of(&Session::new(session.header().clone()), names);
        Self { session, origin, base, checkpoints: Checkpoints::default(), lenses: LENSES }
    }

    /// The same session, read through these lenses instead of all.
    #[must_use]
    pub const fn reading_with(mut self, lenses: &'static [&'static Lens]) -> Self {
        self.lenses = lenses;
        self
    }

    /// Takes in what was recorded since, while somebody else writes.
    pub fn grow(&mut self, event: Event) {
        let strikes = event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { .. }));
        self.session.push(event);
        if strikes {
            self.checkpoints = Checkpoints::default();
        }
    }

    /// The whole session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Every event, in order.
    pub fn events(&self) -> &[Event] {
        self.session.events()
    }

    /// Before anything was said.
    pub const fn start() -> Playhead {
        Playhead { heard: 0, at: SessionTime::OPENING }
    }

    /// After everything that was said so far.
    pub fn end(&self) -> Playhead {
        self.after(self.events().len())
    }

    /// Right after this many events.
    pub fn after(&self, heard: usize) -> Playhead {
        let heard = heard.min(self.events().len());
        let last = heard.checked_sub(1).and_then(|place| self.events().get(place));
        Playhead { heard, at: last.map_or(SessionTime::OPENING, |event| event.at) }
    }

    /// At a moment.
    pub fn at(&self, at: SessionTime) -> Playhead {
        Playhead { heard: self.events().iter().take_while(|event| event.at <= at).count(), at }
    }

    /// Right after this many typed lines.
    pub fn at_line(&self, lines: usize) -> Playhead {
        let mut seen = 0;
        let within = |event: &&Event| {
            seen += usize::from(event.is_line());
            seen <= lines
        };
        self.after(self.events().iter().take_while(within).count())
    }

    /// Right after the event with this number; nothing when there is none.
    pub fn at_event(&self, seq: u64) -> Option<Playhead> {
        let place = self.events().iter().position(|event| event.seq == seq)?;
        Some(self.after(place + 1))
    }

    /// Right after the first event of a step; nothing when it was never walked.
    pub fn at_step(&self, step: &StepId) -> Option<Playhead> {
        let enters = |fact: &Fact| matches!(fact, Fact::StepEntered { step: entered, .. } if entered == step);
        let of_step = |event: &Event| event.step.as_ref() == Some(step) || event.facts.iter().any(enters);
        let place = self.events().iter().position(of_step)?;
        Some(self.after(place + 1))
    }

    /// The event that was heard last.
    pub fn event(&self, position: Playhead) -> Option<&Event> {
        self.events().get(position.heard.checked_sub(1)?)
    }

    /// The session as it stood: what to draw.
    pub fn look(&mut self, position: Playhead) -> Still {
        let heard = position.heard.min(self.events().len());
        let position = Playhead { heard, at: position.at.max(self.after(heard).at) };
        let ledger = self.ledger(heard);
        Still::new(position, self.checkpoints.walk(&self.session, heard), ledger, self.lenses)
    }

    /// Does a part of the work that later looks rest on. Returns whether there is more to do.
    ///
    /// Without it the first look far ahead does all of it. A screen does this piece by piece, between two keys.
    pub fn prepare(&mut self) -> bool {
        let end = self.events().len();
        self.checkpoints.store_next(&self.session, &self.origin, &self.base, end)
    }

    /// The sum of what the session builds on and everything that stood after this many events.
    pub fn ledger(&mut self, heard: usize) -> Ledger {
        self.checkpoints.ledger(&self.session, &self.origin, &self.base, heard)
    }
}
