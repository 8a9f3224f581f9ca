mod ballots;
mod clocks;
mod corrections;
mod focus;
mod live;
mod masked;
mod people;
mod places;
mod polls;
mod seats;
mod spent;
mod time;
mod undo;
mod versions;

pub use clocks::{Clock, CurrentStep};
pub use spent::Spent;

use clocks::Clocks;
use corrections::Corrections;
use focus::Focus;
use places::EventPlaces;
use polls::PollHistory;
use seats::Seats;
use undo::UndoHistory;

use std::collections::BTreeSet;

use super::visits::visit;
use super::{Collecting, Event, Fact, Gathering, Header, Mode, PlannedExercise, Poll, RoomView, SessionKind};

/// One session: its header, its events, and its state after all these events.
///
/// Only this type resolves undo: [`Session::live`] returns the events that still hold, and no other module looks at
/// retractions.
#[derive(Clone, Debug)]
pub struct Session {
    header: Header,
    events: Vec<Event>,
    title: String,
    mode: Mode,
    facilitator: Option<String>,
    agenda: Vec<PlannedExercise>,
    languages: Vec<String>,
    gathering: Option<Gathering>,
    undo: UndoHistory,
    corrections: Corrections,
    seats: Seats,
    places: EventPlaces,
    polls: PollHistory,
    clocks: Clocks,
    focus: Focus,
    /// The highest number of any claim so far; 0 before the first claim.
    claims: u32,
    lines: usize,
    closed: bool,
    /// Whether the session was made private after it was opened.
    private: bool,
    /// Whether the session was told to stay on this machine.
    stays_here: bool,
}

impl Session {
    /// Creates a session without events.
    pub fn new(header: Header) -> Self {
        let mode = if header.kind == SessionKind::Solo { Mode::Solo } else { Mode::Live };
        Self {
            title: header.title.clone(),
            header,
            mode,
            events: Vec::new(),
            facilitator: None,
            agenda: Vec::new(),
            languages: Vec::new(),
            gathering: None,
            undo: UndoHistory::default(),
            corrections: Corrections::default(),
            seats: Seats::default(),
            places: EventPlaces::default(),
            polls: PollHistory::default(),
            clocks: Clocks::default(),
            focus: Focus::default(),
            claims: 0,
            lines: 0,
            closed: false,
            private: false,
            stays_here: false,
        }
    }

    /// Creates a session from its header and all of its events.
    pub fn fold(header: Header, events: impl IntoIterator<Item = Event>) -> Self {
        let mut session = Self::new(header);
        for event in events {
            session.push(event);
        }
        session
    }

    /// Adds the next event.
    pub fn push(&mut self, event: Event) {
        for fact in &event.facts {
            if let Fact::StrikeOrdered { seq } = fact {
                self.strike(*seq);
            }
        }
        let touched = self.touched(&event);
        self.clocks.run_to(&event);
        self.undo.note(&event);
        self.polls.note(&event);
        self.lines += usize::from(event.is_line() && self.corrects(&event).is_none());
        for fact in &event.facts {
            self.apply(fact);
        }
        self.pass_over_replaced(&event);
        let event = self.put_in_place(event, &touched);
        self.places.note(self.events.len(), &event);
        self.events.push(event);
    }

    /// Makes redo skip a line that another line stands in place of: the two never stand together.
    fn pass_over_replaced(&mut self, event: &Event) {
        if let Some(seq) = event.replaces() {
            self.undo.forget(seq);
        }
        if let [Fact::Restored { .. }, Fact::Retracted { seq }] = event.facts.as_slice() {
            self.undo.forget(*seq);
        }
        // What the source of an import takes back, the source alone brings back.
        if let (SessionKind::Import, Some(_), [Fact::Retracted { seq }]) =
            (&self.header.kind, event.source_key(), event.facts.as_slice())
        {
            self.undo.forget(*seq);
        }
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
            Fact::StaysHere => self.stays_here = true,
            Fact::MayTravel => self.stays_here = false,
            Fact::Titled { title } => self.title.clone_from(title),
            Fact::Joined(person) => self.seats.seat(person),
            Fact::Left { tag } => self.seats.leave(tag),
            Fact::AgendaChanged { agenda } => self.agenda.clone_from(agenda),
            Fact::LanguagesSet { languages } => self.languages.clone_from(languages),
            Fact::Gathered(place) => self.gathering = Some(place.clone()),
            Fact::Claimed(claim) => self.claims = self.claims.max(claim.claim),
            Fact::Retracted { seq } => self.undo.retract(*seq),
            Fact::Restored { seq } => self.undo.restore(*seq),
            _ => {}
        }
    }

    /// Removes the text of an event and folds all events again, so that the session equals the one that will be read
    /// from its file.
    fn strike(&mut self, seq: u64) {
        let mut told = false;
        let strike = |event: &Event| {
            let goes = event.seq == seq && event.can_be_struck();
            told |= goes;
            if goes { event.struck() } else { event.clone() }
        };
        let events: Vec<Event> = self.recorded().map(strike).collect();
        if told {
            *self = Self::fold(self.header.clone(), events);
        }
        self.undo.forget(seq);
    }

    /// Returns the header.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Whether the session feeds the shared graph: its header says so, or it is a what-if branch that was adopted.
    pub fn feeds_shared_graph(&self) -> bool {
        let adopted = || self.live().flat_map(|event| &event.facts).any(|fact| matches!(fact, Fact::Adopted));
        !self.is_private() && (self.header.feeds_shared_graph() || (self.header.may_be_adopted() && adopted()))
    }

    /// Whether the session is kept out of the shared graph and every shared screen, since its opening or since later.
    ///
    /// A session that was opened as private stays private.
    pub const fn is_private(&self) -> bool {
        self.header.private || self.private
    }

    /// Whether the session stays on this machine instead of going to the hub.
    pub const fn stays_here(&self) -> bool {
        self.stays_here
    }

    /// Returns the latest title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the title as the room may read it: "Private" for a private session.
    pub fn title_in_public(&self) -> &str {
        if self.is_private() { "Private" } else { self.title() }
    }

    /// Returns every event in file order, including events that were taken back. A line that was corrected reads as
    /// corrected; [`Session::recorded`] returns what was typed.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Returns the live events: those that were not taken back.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().inspect(|_| visit()).filter(|event| self.stands(event.seq))
    }

    /// Whether the event with this number is live. A line that was corrected is live in whatever version.
    pub fn stands(&self, seq: u64) -> bool {
        self.undo.stands(self.version(seq))
    }

    /// Returns the number of the event that undo would take back; `None` when there is none.
    pub fn undo_target(&self) -> Option<u64> {
        self.undo.undo_target()
    }

    /// Returns the number of the event that redo would restore; `None` when there is none.
    pub fn redo_target(&self) -> Option<u64> {
        self.undo.redo_target()
    }

    /// Returns the facts that take back an event. If the event stands in place of another line, that line stands again.
    pub fn taking_back(&self, seq: u64) -> Vec<Fact> {
        let before = self.live_before(seq).map(|seq| Fact::Restored { seq });
        [Fact::Retracted { seq }].into_iter().chain(before).collect()
    }

    /// Returns the facts that restore an event which was taken back. If the event stands in place of another line, that
    /// line is taken back again.
    pub fn bringing_back(&self, seq: u64) -> Vec<Fact> {
        let before = self.live_before(seq).map(|seq| Fact::Retracted { seq });
        [Fact::Restored { seq }].into_iter().chain(before).collect()
    }

    /// Returns the event with this number; `None` if there is none.
    pub fn event(&self, seq: u64) -> Option<&Event> {
        let place = self.events.binary_search_by_key(&seq, |event| event.seq).ok()?;
        self.events.get(place)
    }

    /// Returns the numbers of the lines that were left as text for good, so that no reading of them is offered again.
    pub fn left_as_text(&self) -> BTreeSet<u64> {
        let left = self.live().flat_map(|event| &event.facts);
        left.filter_map(|fact| if let Fact::LeftAsText { seq } = fact { Some(*seq) } else { None }).collect()
    }

    /// Returns whether the session is for a room or for one person.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns the name of whoever holds the keyboard; `None` when the record does not state it.
    pub fn facilitator(&self) -> Option<&str> {
        self.facilitator.as_deref()
    }

    /// Returns the codes of the languages in which lines are read beside English, the likeliest first.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Returns the place of the session in a gathering; `None` for a session by itself.
    pub const fn gathering(&self) -> Option<&Gathering> {
        self.gathering.as_ref()
    }

    /// Returns the agenda.
    pub fn agenda(&self) -> &[PlannedExercise] {
        &self.agenda
    }

    /// Returns how the current round of hidden answers is collected; `None` outside of such a round.
    pub const fn collecting(&self) -> Option<Collecting> {
        self.focus.collecting
    }

    /// Returns the subject to which the talk was turned in this step; `None` when nobody turned it.
    pub fn turned(&self) -> Option<&str> {
        self.focus.turned.as_deref()
    }

    /// Returns the question that was put to the room in this step, besides the step's own question; `None` if none was.
    pub fn offered(&self) -> Option<&str> {
        self.focus.offered.as_deref()
    }

    /// Returns the labels of the things that this question is about; empty where none was put.
    pub fn offered_about(&self) -> &[String] {
        if self.focus.offered.is_some() { &self.focus.offered_about } else { &[] }
    }

    /// Returns the poll that was put to the room and is not counted yet; `None` if there is none. When the count is taken
    /// back, the poll is open again.
    pub fn poll(&self) -> Option<&Poll> {
        self.polls.open(|seq| self.stands(seq))
    }

    /// Returns what the room's screen shows.
    pub const fn view(&self) -> &RoomView {
        &self.focus.view
    }

    /// Whether the session was closed.
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// Returns the number of typed lines.
    pub const fn lines(&self) -> usize {
        self.lines
    }

    /// Returns the number of the next event.
    pub fn next_seq(&self) -> u64 {
        self.events.last().map_or(1, |last| last.seq + 1)
    }

    /// Returns the number of the next claim. The numbers of claims that were taken back are not used again.
    pub const fn next_claim(&self) -> u32 {
        self.claims + 1
    }
}
