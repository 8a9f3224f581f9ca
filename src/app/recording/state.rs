use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::earlier::EarlierStates;
use super::gist::Gist;
use crate::app::open_session::OpenSession;
use crate::capture::lexicon::LexiconFile;
use crate::capture::{Heard, Lexicon, Reading};
use crate::exercise::{Agenda, Catalogue, Exercise};
use crate::graph::Ledger;
use crate::record::{
    Conventions, Event, Fact, ListedName, Matter, Mode, Names, ONESELF, Persons, PlannedExercise, SeatTag, Session,
    SessionTime, StepId, matters,
};

/// A session while it is being written: its record, the ledger of everything said so far, and its agenda. The console,
/// `--plain` and `transcribe` all write through this type, so they cannot disagree.
#[derive(Clone, Debug)]
pub struct Recording {
    pub(super) session: Session,
    pub(super) names: Names,
    pub(super) base: Ledger,
    pub(super) ledger: Ledger,
    pub(super) earlier: EarlierStates,
    pub(super) heard: Heard,
    /// The languages in which lines are read.
    pub(super) lexicon: Lexicon,
    /// The words that the workspace adds to the languages.
    pub(super) own_words: Arc<[LexiconFile]>,
    /// The conventions by which lines are read and names stored.
    pub(super) conventions: Conventions,
    /// Shared with the copies of a recording, of which one is made whenever somebody stops typing.
    pub(super) gist: Arc<Gist>,
    pub(super) agenda: Agenda,
    pub(super) at: Option<usize>,
    pub(super) carried: Vec<Matter>,
    /// The step that the first act will enter; `None` once a step was entered.
    pub(super) ahead: Option<StepId>,
    /// The people whose names are left out of the record.
    pub(super) persons: Persons,
    /// The people whose names are left out although only other sessions list them.
    pub(super) elsewhere: Persons,
    /// The tags of everybody who has spoken.
    pub(super) spoken: BTreeSet<SeatTag>,
    /// The line on which names are left as typed.
    pub(super) as_typed: Option<String>,
    /// Whether the private file still lacks some names.
    pub(super) unkept: bool,
}

impl Recording {
    /// Continues a session from its last event.
    pub fn new(open: OpenSession, catalogue: &Catalogue) -> Self {
        let mut recording = Self {
            heard: Heard::of(&open.session),
            lexicon: Lexicon::of(open.session.languages(), &open.own_words),
            own_words: open.own_words,
            conventions: open.conventions,
            session: open.session,
            names: open.names,
            ledger: Ledger::new(),
            earlier: EarlierStates::default(),
            base: open.base,
            gist: Arc::default(),
            agenda: Agenda::default(),
            at: None,
            carried: open.carried,
            ahead: None,
            persons: Persons::nobody(),
            elsewhere: open.elsewhere,
            spoken: BTreeSet::new(),
            as_typed: None,
            unkept: false,
        };
        recording.spoken = recording.session.events().iter().filter_map(|event| event.speaker.clone()).collect();
        recording.rebuild();
        recording.lay_out(catalogue);
        recording
    }

    /// Returns the words that the workspace adds to the languages.
    pub fn own_words(&self) -> &[LexiconFile] {
        &self.own_words
    }

    /// Returns the conventions by which lines are read and names stored.
    pub const fn conventions(&self) -> Conventions {
        self.conventions
    }

    /// Returns the session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the ledger of everything said so far, in this session and those it builds on.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Returns the summary of the session for its prompts.
    pub(in crate::app) fn gist(&self) -> &Gist {
        &self.gist
    }

    /// Returns the agenda.
    pub const fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// Returns the name for each tag; names are never part of the record.
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// Returns how the facilitator's screen names a person: by the first part of the name, else by the short form typed
    /// for them.
    pub fn called<'a>(&'a self, tag: &'a str) -> &'a str {
        if tag == ONESELF && self.session.mode() == Mode::Solo {
            return "You";
        }
        let listed = self.session.person(tag).and_then(|person| person.name.as_deref());
        let name = listed.or_else(|| self.names.of(tag));
        name.map_or_else(|| self.names.typed_for(tag), |name| ListedName::new(name).called())
    }

    /// Returns the milliseconds from the opening to `now`, but at least the time of the last event.
    pub fn at(&self, now: Timestamp) -> SessionTime {
        let at = SessionTime::of(now, self.session.header().opened);
        self.session.events().last().map_or(at, |event| at.max(event.at))
    }

    /// Returns a read-only copy for the room, without the names of the private file.
    pub fn for_the_room(&self) -> OpenSession {
        let own_words = Arc::clone(&self.own_words);
        OpenSession {
            base: self.base.clone(),
            own_words,
            conventions: self.conventions,
            ..OpenSession::alone(self.session.clone())
        }
    }

    /// Returns a read-only copy for the replay.
    pub(in crate::app) fn to_look_back(&self) -> OpenSession {
        OpenSession { names: self.names.clone(), carried: self.carried.clone(), ..self.for_the_room() }
    }

    /// Returns a moment of the session in milliseconds since 1970.
    pub(in crate::app) fn now(&self, at: SessionTime) -> i64 {
        at.millis_on(self.session.header().opened.as_millisecond())
    }

    /// Returns the day of a moment, in the time zone of the session.
    pub(in crate::app) fn day(&self, at: SessionTime) -> Date {
        self.session.day_at(at)
    }

    /// Returns the event for a line.
    pub fn spoken(&self, reading: &Reading, at: SessionTime) -> Event {
        Event {
            speaker: reading.speaker.clone(),
            said: Some(reading.said.clone()),
            ..self.event(reading.facts.clone(), at)
        }
    }

    /// Returns the event for a key press, without names in its texts.
    pub fn keyed(&self, facts: Vec<Fact>, at: SessionTime) -> Event {
        self.event(facts.into_iter().map(|fact| self.unnamed_act(fact)).collect(), at)
    }

    pub(super) fn event(&self, facts: Vec<Fact>, at: SessionTime) -> Event {
        let step = self.session.place().map(|place| place.step.clone());
        Event { seq: self.session.next_seq(), at, step, facts, ..Event::default() }
    }

    /// Adds an event that is on disk.
    pub fn apply(&mut self, event: Event, catalogue: &Catalogue) {
        let seats = event.facts.iter().any(|fact| matches!(fact, Fact::Opened { .. } | Fact::Joined(_)));
        self.note_people(&event);
        let changes_languages = event.facts.iter().any(|fact| matches!(fact, Fact::LanguagesSet { .. }));
        let changes_agenda =
            event.facts.iter().any(|fact| matches!(fact, Fact::Opened { .. } | Fact::AgendaChanged { .. }));
        for fact in &event.facts {
            if let Fact::StepEntered { step, .. } = fact {
                self.at = self.agenda.place(step, self.at).or(self.at);
            }
        }
        if event.facts.iter().any(Fact::revises) {
            self.revise(event);
        } else {
            self.add(event);
        }
        if seats {
            self.list_persons();
        }
        if changes_agenda {
            self.lay_out(catalogue);
        }
        if changes_languages {
            self.lexicon = Lexicon::of(self.session.languages(), &self.own_words);
        }
    }

    pub(super) fn list_persons(&mut self) {
        self.persons = self.elsewhere.clone();
        self.persons.add(&self.session, &self.names);
    }

    fn lay_out(&mut self, catalogue: &Catalogue) {
        let mode = self.session.mode();
        let usual = || default_agenda(catalogue, mode);
        let exercises = if self.session.agenda().is_empty() { usual() } else { self.session.agenda().to_vec() };
        self.agenda = Agenda::lay_out(&exercises, catalogue, mode);
        let entered = self.session.events().iter().flat_map(|event| &event.facts);
        let steps =
            entered.filter_map(|fact| if let Fact::StepEntered { step, .. } = fact { Some(step) } else { None });
        self.at = steps.fold(None, |at, step| self.agenda.place(step, at).or(at));
    }

    /// Continues on another base, because the sessions that this one builds on have grown.
    pub(in crate::app) fn build_on(&mut self, base: Ledger) {
        self.base = base;
        self.rebuild();
    }

    /// Returns the state of every open matter, of this session and earlier ones.
    pub fn matters(&self) -> Vec<Matter> {
        matters(&self.carried, [&self.session])
    }
}

/// Returns the agenda for a session that has none: the exercise `next` once.
pub fn default_agenda(catalogue: &Catalogue, mode: Mode) -> Vec<PlannedExercise> {
    let next = catalogue.find("next");
    let planned = |next: &Exercise| PlannedExercise::new(&next.id, next.minutes(mode));
    next.map(planned).into_iter().collect()
}
