use std::cell::OnceCell;

use jiff::SignedDuration;

use super::Playhead;
use crate::exercise::{Agenda, Pace};
use crate::graph::{Graph, Ledger};
use crate::lens::{Lens, Readings, read_with};
use crate::record::{Clock, Collecting, CurrentStep, Mode, Person, PlannedExercise, RoomView, Session, Spent};

/// A session as it stood at one position: all that a screen draws.
///
/// The graph and its findings are computed when they are first asked for.
#[derive(Clone, Debug)]
pub struct Still {
    position: Playhead,
    /// The session with its clocks, steps and seats, but without what was said.
    walk: Session,
    ledger: Ledger,
    lenses: &'static [&'static Lens],
    graph: OnceCell<Graph>,
    readings: OnceCell<Readings>,
}

impl Still {
    pub(super) const fn new(
        position: Playhead,
        walk: Session,
        ledger: Ledger,
        lenses: &'static [&'static Lens],
    ) -> Self {
        Self { position, walk, ledger, lenses, graph: OnceCell::new(), readings: OnceCell::new() }
    }

    /// Returns the position.
    pub const fn position(&self) -> Playhead {
        self.position
    }

    /// Returns the ledger of all that stood at the position.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Returns the things and arrows of the position.
    pub fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| self.ledger.graph(None))
    }

    /// Returns the findings of the position. Slow on a large map, so callers ask in the background, never between a key
    /// and the screen.
    pub fn readings(&self) -> &Readings {
        self.readings.get_or_init(|| read_with(self.lenses, self.graph()))
    }

    /// Returns the title at the position.
    pub fn title(&self) -> &str {
        self.walk.title()
    }

    /// Returns whether a room or one person alone holds the session.
    pub const fn mode(&self) -> Mode {
        self.walk.mode()
    }

    /// Returns the agenda at the position.
    pub fn agenda(&self) -> &[PlannedExercise] {
        self.walk.agenda()
    }

    /// Returns the current step.
    pub const fn place(&self) -> Option<&CurrentStep> {
        self.walk.place()
    }

    /// Returns the people who were in the session at the position.
    pub fn people(&self) -> &[Person] {
        self.walk.people()
    }

    /// Returns the view that the room looked at.
    pub const fn view(&self) -> &RoomView {
        self.walk.view()
    }

    /// Returns how answers were being collected that nobody had seen yet; `None` if no answers were being collected.
    pub const fn collecting(&self) -> Option<Collecting> {
        self.walk.collecting()
    }

    /// Returns the label that the talk was turned to.
    pub fn turned(&self) -> Option<&str> {
        self.walk.turned()
    }

    /// Returns the question that was put to the room.
    pub fn offered(&self) -> Option<&str> {
        self.walk.offered()
    }

    /// Whether the session was ended.
    pub const fn is_closed(&self) -> bool {
        self.walk.is_closed()
    }

    /// Returns the clocks at the position.
    pub fn clock(&self) -> Clock {
        self.walk.clock(self.position.at)
    }

    /// Returns the steps entered so far, with the planned and the taken time of each.
    pub fn spent(&self) -> Vec<Spent> {
        let mut spent = self.walk.spent();
        let running = self.clock().step;
        let here = self.place().map(|place| &place.step);
        // The list does not yet hold the time since the last event that moved a clock.
        let told = self.walk.events().last().map_or(SignedDuration::ZERO, |last| self.walk.clock(last.at).step);
        if let Some(step) = spent.iter_mut().find(|step| Some(&step.step) == here) {
            step.taken += (running - told).max(SignedDuration::ZERO);
        }
        spent
    }

    /// Returns how far the session was ahead of its agenda, or behind it.
    pub fn pace(&self, agenda: &Agenda) -> Option<Pace> {
        let (clock, place) = (self.clock(), self.place()?);
        let at = agenda.place(&place.step, None)?;
        Some(agenda.pace(at, self.walk.time_in_agenda(self.position.at), clock.step, place.planned))
    }
}
