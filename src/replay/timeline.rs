mod stops;

use super::still::Still;
use crate::graph::{Ledger, Origin};
use crate::record::{Event, Fact, Names, Session, StepId};
use stops::Stops;

/// A place in a session: how many of its events were heard, and what the time is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// How many events were heard.
    pub heard: usize,
    /// Milliseconds from the opening.
    pub at: u64,
}

/// A session that can be looked at as it stood at any moment.
///
/// Opening one costs next to nothing; what a look needs is worked out when it is first needed, and kept.
#[derive(Clone, Debug)]
pub struct Timeline {
    session: Session,
    origin: Origin,
    base: Ledger,
    stops: Stops,
}

impl Timeline {
    /// A session with the names kept beside it, and what it builds on.
    pub fn new(session: Session, names: &Names, base: Ledger) -> Self {
        // Whether somebody is alone is told by the opening, like everything else.
        let origin = Origin::of(&Session::new(session.header().clone()), names);
        Self { session, origin, base, stops: Stops::default() }
    }

    /// Takes in what was recorded since, while somebody else writes.
    pub fn grow(&mut self, event: Event) {
        let strikes = event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { .. }));
        self.session.push(event);
        if strikes {
            self.stops = Stops::default();
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
    pub const fn start() -> Position {
        Position { heard: 0, at: 0 }
    }

    /// After everything that was said so far.
    pub fn end(&self) -> Position {
        self.after(self.events().len())
    }

    /// Right after so many events.
    pub fn after(&self, heard: usize) -> Position {
        let heard = heard.min(self.events().len());
        let last = heard.checked_sub(1).and_then(|place| self.events().get(place));
        Position { heard, at: last.map_or(0, |event| event.at) }
    }

    /// So many milliseconds after the opening.
    pub fn at(&self, at: u64) -> Position {
        Position { heard: self.events().iter().take_while(|event| event.at <= at).count(), at }
    }

    /// Right after so many typed lines.
    pub fn at_line(&self, lines: usize) -> Position {
        let mut seen = 0;
        let within = |event: &&Event| {
            seen += usize::from(event.is_line());
            seen <= lines
        };
        self.after(self.events().iter().take_while(within).count())
    }

    /// Right after the event with this number; nothing when there is none.
    pub fn at_event(&self, seq: u64) -> Option<Position> {
        let place = self.events().iter().position(|event| event.seq == seq)?;
        Some(self.after(place + 1))
    }

    /// Right after the first event of a step; nothing when it was never walked.
    pub fn at_step(&self, step: &StepId) -> Option<Position> {
        let enters = |fact: &Fact| matches!(fact, Fact::StepEntered { step: entered, .. } if entered == step);
        let of_step = |event: &Event| event.step.as_ref() == Some(step) || event.facts.iter().any(enters);
        let place = self.events().iter().position(of_step)?;
        Some(self.after(place + 1))
    }

    /// The event that was heard last.
    pub fn event(&self, position: Position) -> Option<&Event> {
        self.events().get(position.heard.checked_sub(1)?)
    }

    /// The session as it stood: what to draw.
    pub fn look(&mut self, position: Position) -> Still {
        let heard = position.heard.min(self.events().len());
        let position = Position { heard, at: position.at.max(self.after(heard).at) };
        let ledger = self.ledger(heard);
        Still::new(position, self.stops.walk(&self.session, heard), ledger)
    }

    /// Does a piece of the work that later looks rest on; whether there is more to do.
    ///
    /// Without it the first look far ahead does all of it. A screen does this piece by piece, between two keys.
    pub fn prepare(&mut self) -> bool {
        let end = self.events().len();
        self.stops.keep_next(&self.session, &self.origin, &self.base, end)
    }

    /// What everything that stood after so many events adds up to, with what the session builds on.
    pub fn ledger(&mut self, heard: usize) -> Ledger {
        self.stops.ledger(&self.session, &self.origin, &self.base, heard)
    }
}
