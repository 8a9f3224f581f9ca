mod ballots;
mod clocks;
mod focus;
mod live;
mod masked;
mod people;
mod places;
mod seats;
mod spent;
mod time;
mod undo;

pub use clocks::{Clock, CurrentStep};
pub use spent::Spent;

use clocks::Clocks;
use focus::Focus;
use places::EventPlaces;
use seats::Seats;
use undo::UndoHistory;

use super::visits::visit;
use super::{Collecting, Event, Fact, Header, Mode, PlannedExercise, RoomView, SessionKind};

/// One session: its header, its events, and what they add up to as a meeting.
///
/// Undo is resolved here: [`Session::live`] is what still stands, and no other room looks at retractions.
#[derive(Clone, Debug)]
pub struct Session {
    header: Header,
    events: Vec<Event>,
    title: String,
    mode: Mode,
    facilitator: Option<String>,
    agenda: Vec<PlannedExercise>,
    undo: UndoHistory,
    seats: Seats,
    places: EventPlaces,
    clocks: Clocks,
    focus: Focus,
    /// The highest number of a claim so far.
    claims: u32,
    lines: usize,
    closed: bool,
    /// Made private since it was opened.
    private: bool,
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
            facilitator: None,
            agenda: Vec::new(),
            undo: UndoHistory::default(),
            seats: Seats::default(),
            places: EventPlaces::default(),
            clocks: Clocks::default(),
            focus: Focus::default(),
            claims: 0,
            lines: 0,
            closed: false,
            private: false,
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
        self.clocks.run_to(&event);
        self.undo.note(&event);
        self.lines += usize::from(event.is_line());
        for fact in &event.facts {
            self.apply(fact);
        }
        self.places.note(self.events.len(), &event);
        self.events.push(event);
    }

    fn apply(&mut self, fact: &Fact) {
        self.clocks.apply(fact);
        self.focus.apply(fact);
        match fact {
            Fact::Opened { mode, facilitator, agenda, people } => {
                self.mode = *mode;
                self.facilitator.clone_from(facilitator);
                self.agenda.clone_from(agenda);
                for person in people {
                    self.seats.seat(person);
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
            Fact::Joined(person) => self.seats.seat(person),
            Fact::Left { tag } => self.seats.leave(tag),
            Fact::AgendaChanged { agenda } => self.agenda.clone_from(agenda),
            Fact::Claimed(claim) => self.claims = self.claims.max(claim.claim),
            Fact::Retracted { seq } => self.undo.retract(*seq),
            Fact::Restored { seq } => self.undo.restore(*seq),
            _ => {}
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
        self.undo.forget(seq);
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
        self.undo.stands(seq)
    }

    /// The event that undo would take back.
    pub fn undo_target(&self) -> Option<u64> {
        self.undo.undo_target()
    }

    /// The event that redo would restore.
    pub fn redo_target(&self) -> Option<u64> {
        self.undo.redo_target()
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

    /// How answers are being collected that nobody sees yet, if they are.
    pub const fn collecting(&self) -> Option<Collecting> {
        self.focus.collecting
    }

    /// What the talk was turned to, among what the step walks over.
    pub fn turned(&self) -> Option<&str> {
        self.focus.turned.as_deref()
    }

    /// The question that was put to the room in this step, beside the step's own.
    pub fn offered(&self) -> Option<&str> {
        self.focus.offered.as_deref()
    }

    /// What the room looks at.
    pub const fn view(&self) -> &RoomView {
        &self.focus.view
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
