use std::cell::OnceCell;

use jiff::SignedDuration;

use super::Playhead;
use crate::exercise::{Agenda, Pace};
use crate::graph::{Graph, Ledger};
use crate::lens::{Lens, Readings, read_with};
use crate::record::{Clock, Collecting, CurrentStep, Mode, Person, PlannedExercise, RoomView, Session, Spent};

/// A session as it stood at one moment: what to draw.
///
/// The graph and what shows in it are worked out when they are first asked for.
#[derive(Clone, Debug)]
pub struct Still {
    position: Playhead,
    /// The meeting without what was said in it.
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

    /// Which moment.
    pub const fn position(&self) -> Playhead {
        self.position
    }

    /// What everything said until then adds up to.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The things and arrows of that moment.
    pub fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| self.ledger.graph(None))
    }

    /// What showed at that moment. Slow on a large map; asked for beside the screen, never between a key and the screen.
    pub fn readings(&self) -> &Readings {
        self.readings.get_or_init(|| read_with(self.lenses, self.graph()))
    }

    /// The title as it was.
    pub fn title(&self) -> &str {
        self.walk.title()
    }

    /// A room or one person.
    pub const fn mode(&self) -> Mode {
        self.walk.mode()
    }

    /// The agenda.
    pub fn agenda(&self) -> &[PlannedExercise] {
        self.walk.agenda()
    }

    /// Where the walk stood.
    pub const fn place(&self) -> Option<&CurrentStep> {
        self.walk.place()
    }

    /// Who was there.
    pub fn people(&self) -> &[Person] {
        self.walk.people()
    }

    /// What the room looked at.
    pub const fn view(&self) -> &RoomView {
        self.walk.view()
    }

    /// How answers were being collected that nobody saw yet.
    pub const fn collecting(&self) -> Option<Collecting> {
        self.walk.collecting()
    }

    /// What the talk was turned to.
    pub fn turned(&self) -> Option<&str> {
        self.walk.turned()
    }

    /// The question that was put to the room.
    pub fn offered(&self) -> Option<&str> {
        self.walk.offered()
    }

    /// Whether the session was ended.
    pub const fn is_closed(&self) -> bool {
        self.walk.is_closed()
    }

    /// What the clocks said.
    pub fn clock(&self) -> Clock {
        self.walk.clock(self.position.at)
    }

    /// The steps entered until then, with the time planned for each and taken by it.
    pub fn spent(&self) -> Vec<Spent> {
        let mut spent = self.walk.spent();
        let running = self.clock().step;
        let here = self.place().map(|place| &place.step);
        // What ran since the last event that moved a clock is not in the list yet.
        let told = self.walk.events().last().map_or(SignedDuration::ZERO, |last| self.walk.clock(last.at).step);
        if let Some(step) = spent.iter_mut().find(|step| Some(&step.step) == here) {
            step.taken += (running - told).max(SignedDuration::ZERO);
        }
        spent
    }

    /// How it stood against its agenda.
    pub fn pace(&self, agenda: &Agenda) -> Option<Pace> {
        let (clock, place) = (self.clock(), self.place()?);
        let at = agenda.place(&place.step, None)?;
        Some(agenda.pace(at, clock.session, clock.step, place.planned))
    }
}
