mod ballots;
mod clocks;
mod masked;
mod places;
mod seats;
mod spent;

pub use clocks::{Clock, CurrentStep};
pub use spent::Spent;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use places::EventPlaces;

use super::visits::visit;
use super::{Collecting, Event, Fact, Header, Mode, Person, PlannedExercise, RoomView, SeatTag, SessionKind, StepId};

/// One session: its header, its events, and what they add up to as a meeting.
///
/// Undo is resolved here: [`Session::live`] is what still stands, and no other room looks at retractions.
#[derive(Clone, Debug)]
pub struct Session {
    header: Header,
    events: Vec<Event>,
    retracted: HashSet<u64>,
    undoable: Vec<u64>,
    redoable: Vec<u64>,
    title: String,
    mode: Mode,
    facilitator: Option<String>,
    agenda: Vec<PlannedExercise>,
    people: Vec<Person>,
    gone: Vec<Person>,
    /// Every tag that was ever somebody's, in the order of their coming.
    tags: Vec<SeatTag>,
    /// Everybody who ever had a seat, as last described, in the same order.
    described: Vec<Person>,
    places: EventPlaces,
    place: Option<CurrentStep>,
    /// What ran in each step before it was last left, in milliseconds.
    left: HashMap<StepId, u64>,
    /// The times at which nobody held the session, in milliseconds from the opening.
    interruptions: Vec<Range<u64>>,
    visited: Vec<StepId>,
    claims: u32,
    lines: usize,
    running: bool,
    ran: u64,
    closed: bool,
    private: bool,
    collecting: Option<Collecting>,
    view: RoomView,
    turned: Option<String>,
    offered: Option<String>,
}

impl Session {
    /// A session with nothing said yet.
    pub fn new(header: Header) -> Self {
        let mode = if header.kind == SessionKind::Solo { Mode::Solo } else { Mode::Live };
        Self {
            title: header.title.clone(),
            header,
            mode,
            events: Vec::new(),
            retracted: HashSet::new(),
            undoable: Vec::new(),
            redoable: Vec::new(),
            facilitator: None,
            agenda: Vec::new(),
            people: Vec::new(),
            gone: Vec::new(),
            tags: Vec::new(),
            described: Vec::new(),
            places: EventPlaces::default(),
            place: None,
            left: HashMap::new(),
            interruptions: Vec::new(),
            visited: Vec::new(),
            claims: 0,
            lines: 0,
            running: true,
            ran: 0,
            closed: false,
            private: false,
            collecting: None,
            view: RoomView::Talk,
            turned: None,
            offered: None,
        }
    }

    /// The session as its events tell it.
    pub fn fold(header: Header, events: impl IntoIterator<Item = Event>) -> Self {
        let mut session = Self::new(header);
        for event in events {
            session.push(event);
        }
        session
    }

    /// Adds what happened next.
    pub fn push(&mut self, event: Event) {
        for fact in &event.facts {
            if let Fact::StrikeOrdered { seq } = fact {
                self.strike(*seq);
            }
        }
        self.run_clock(&event);
        if event.is_line() {
            self.lines += 1;
        }
        if event.can_be_taken_back() {
            self.undoable.push(event.seq);
            self.redoable.clear();
        } else if event.is_struck() {
            self.redoable.clear();
        }
        for fact in &event.facts {
            self.apply(fact);
        }
        self.places.note(self.events.len(), &event);
        self.events.push(event);
    }

    fn apply(&mut self, fact: &Fact) {
        match fact {
            Fact::Opened { mode, facilitator, agenda, people } => {
                self.mode = *mode;
                self.facilitator.clone_from(facilitator);
                self.agenda.clone_from(agenda);
                for person in people {
                    self.seat(person);
                }
            }
            Fact::Resumed { who } => {
                self.closed = false;
                if who.is_some() {
                    self.facilitator.clone_from(who);
                }
            }
            Fact::Closed => self.closed = true,
            Fact::MadePrivate => self.private = true,
            Fact::MadeShared => self.private = false,
            Fact::Titled { title } => self.title.clone_from(title),
            Fact::Joined(person) => self.seat(person),
            Fact::Left { tag } => self.leave(tag),
            Fact::StepEntered { step, planned } => self.enter(step, *planned),
            Fact::AgendaChanged { agenda } => self.agenda.clone_from(agenda),
            Fact::ClockPaused => self.running = false,
            Fact::ClockRan => self.running = true,
            Fact::TimeAdded { seconds } => {
                if let Some(place) = &mut self.place {
                    place.planned += i64::from(*seconds);
                }
            }
            Fact::Claimed(claim) => self.claims = self.claims.max(claim.claim),
            Fact::Collecting(collecting) => self.collecting = Some(*collecting),
            Fact::Discarded | Fact::Revealed { .. } => self.collecting = None,
            Fact::Turned { to } => self.turned = Some(to.clone()),
            Fact::Offered { ask, .. } => self.offered = Some(ask.clone()),
            Fact::Declined { .. } => self.offered = None,
            Fact::Shown { view } => self.view.clone_from(view),
            Fact::Retracted { seq } => self.retract(*seq),
            Fact::Restored { seq } => self.restore(*seq),
            _ => {}
        }
    }

    fn retract(&mut self, seq: u64) {
        if self.retracted.insert(seq) {
            self.undoable.retain(|&known| known != seq);
            self.redoable.push(seq);
        }
    }

    fn restore(&mut self, seq: u64) {
        if self.retracted.remove(&seq) {
            self.redoable.retain(|&known| known != seq);
            let place = self.undoable.partition_point(|&known| known < seq);
            self.undoable.insert(place, seq);
        }
    }

    /// Removes what an event said, and tells the session anew: it is then as it will be when it is read the next time.
    fn strike(&mut self, seq: u64) {
        let mut told = false;
        for event in self.events.iter_mut().filter(|event| event.seq == seq && event.can_be_struck()) {
            *event = event.struck();
            told = true;
        }
        if told {
            *self = Self::fold(self.header.clone(), std::mem::take(&mut self.events));
        }
        self.redoable.retain(|&known| known != seq);
    }

    /// What the file's first line says.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Whether what was said here adds to the shared graph: so its header says, or it is a branch that was adopted.
    pub fn feeds_shared_graph(&self) -> bool {
        let adopted = || self.live().flat_map(|event| &event.facts).any(|fact| matches!(fact, Fact::Adopted));
        !self.is_private() && (self.header.feeds_shared_graph() || (self.header.may_be_adopted() && adopted()))
    }

    /// Whether it is kept out of the shared graph and every shared screen: it was begun so, or made so since.
    ///
    /// What was begun as private stays so.
    pub const fn is_private(&self) -> bool {
        self.header.private || self.private
    }

    /// The title as last given.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The title where the room reads along: of a private session nothing is shown.
    pub fn title_in_public(&self) -> &str {
        if self.is_private() { "Private" } else { self.title() }
    }

    /// Every event, in file order, taken back or not.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The events that still stand.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().inspect(|_| visit()).filter(|event| self.stands(event.seq))
    }

    /// Whether the event with this number has not been taken back.
    pub fn stands(&self, seq: u64) -> bool {
        !self.retracted.contains(&seq)
    }

    /// The event that undo would take back.
    pub fn undo_target(&self) -> Option<u64> {
        self.undoable.last().copied()
    }

    /// The event that redo would restore.
    pub fn redo_target(&self) -> Option<u64> {
        self.redoable.last().copied()
    }

    /// A room or one person.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Who holds the keyboard, as far as the record says.
    pub fn facilitator(&self) -> Option<&str> {
        self.facilitator.as_deref()
    }

    /// What is planned.
    pub fn agenda(&self) -> &[PlannedExercise] {
        &self.agenda
    }

    /// Where the walk stands, once it has begun.
    pub const fn place(&self) -> Option<&CurrentStep> {
        self.place.as_ref()
    }

    /// The steps that have been entered, in the order of their first visit.
    pub fn visited(&self) -> &[StepId] {
        &self.visited
    }

    /// How answers are being collected that nobody sees yet, if they are.
    pub const fn collecting(&self) -> Option<Collecting> {
        self.collecting
    }

    /// What the talk was turned to, among what the step walks over.
    pub fn turned(&self) -> Option<&str> {
        self.turned.as_deref()
    }

    /// The question that was put to the room in this step, beside the step's own.
    pub fn offered(&self) -> Option<&str> {
        self.offered.as_deref()
    }

    /// What the room looks at.
    pub const fn view(&self) -> &RoomView {
        &self.view
    }

    /// Whether the session was ended.
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// How many lines were typed.
    pub const fn lines(&self) -> usize {
        self.lines
    }

    /// The number of the next event.
    pub fn next_seq(&self) -> u64 {
        self.events.last().map_or(1, |last| last.seq + 1)
    }

    /// The number of the next claim; numbers of claims that were taken back are not used again.
    pub const fn next_claim(&self) -> u32 {
        self.claims + 1
    }
}
