use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::follow_up;
use super::msg::OpenSession;
use crate::capture::{self, Context, Heard, Reading};
use crate::exercise::{Agenda, Answer, Catalogue, Stop, fill, long_form};
use crate::graph::{Ledger, Origin};
use crate::record::{Event, Fact, Mode, Names, PlannedExercise, Session, StepId};

/// A session while it is being written: its record, what everything said so far adds up to, and its agenda.
///
/// The console, `--plain` and `transcribe` all write through this one value, so they cannot disagree.
#[derive(Clone, Debug)]
pub struct Recording {
    session: Session,
    names: Names,
    base: Ledger,
    ledger: Ledger,
    heard: Heard,
    agenda: Agenda,
}

impl Recording {
    /// Takes up a session where it stands.
    pub fn new(open: OpenSession, catalogue: &Catalogue) -> Self {
        let mut recording = Self {
            heard: Heard::of(&open.session),
            session: open.session,
            names: open.names,
            ledger: Ledger::new(),
            base: open.base,
            agenda: Agenda::default(),
        };
        recording.rebuild();
        recording.lay_out(catalogue);
        recording
    }

    /// The session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// What everything said so far adds up to, in this session and those it builds on.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The walk.
    pub const fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// Which name belongs to which tag; never part of the record.
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// Notes whose seats these tags are.
    pub fn know(&mut self, names: impl IntoIterator<Item = (String, String)>) {
        self.names.names.extend(names);
        self.rebuild();
    }

    /// How somebody is called on the screen of whoever holds the keyboard: the first name, else the tag.
    pub fn called<'a>(&'a self, tag: &'a str) -> &'a str {
        let listed = self.session.person(tag).and_then(|person| person.name.as_deref());
        let name = listed.or_else(|| self.names.of(tag));
        name.and_then(|name| name.split(',').next()).map_or(tag, str::trim)
    }

    /// Milliseconds from the opening; never before what was said last.
    pub fn at(&self, now: Timestamp) -> u64 {
        let since = now.as_millisecond() - self.session.header().opened.as_millisecond();
        let last = self.session.events().last().map_or(0, |event| event.at);
        u64::try_from(since).unwrap_or_default().max(last)
    }

    /// How a line would be read now, said by this seat unless it begins with a tag.
    ///
    /// `at` is in milliseconds from the opening; `long_form` is what a line without grammar of its own becomes.
    pub fn read(&self, line: &str, seat: Option<&str>, long_form: Option<&str>, at: u64) -> Reading {
        capture::read_in_step(line, long_form, &self.context(at).spoken_by(seat))
    }

    /// The sentence that is read back for a reading.
    pub fn read_back(&self, reading: &Reading, at: u64) -> String {
        capture::read_back(reading, &self.context(at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// The sentence that was read back for an event; none for what is not said in the room.
    pub fn retell(&self, event: &Event) -> Option<String> {
        capture::retell(event, &self.context(event.at), &|tag| Some(self.called(tag).to_owned()))
    }

    fn context(&self, at: u64) -> Context<'_> {
        Context::new(&self.ledger, &self.session, &self.heard).on(self.day(at))
    }

    /// The day of an event.
    fn day(&self, at: u64) -> Date {
        let opened = self.session.header().opened;
        let now = Timestamp::from_millisecond(opened.as_millisecond().saturating_add_unsigned(at)).unwrap_or(opened);
        now.to_zoned(TimeZone::UTC).date()
    }

    /// The event that a line becomes.
    pub fn spoken(&self, reading: &Reading, at: u64) -> Event {
        Event {
            speaker: reading.speaker.clone(),
            said: Some(reading.said.clone()),
            ..self.keyed(reading.facts.clone(), at)
        }
    }

    /// The event of a keyed act.
    pub fn keyed(&self, facts: Vec<Fact>, at: u64) -> Event {
        let step = self.session.place().map(|place| place.step.clone());
        Event { seq: self.session.next_seq(), at, step, facts, ..Event::default() }
    }

    /// Adds what is now on disk.
    pub fn apply(&mut self, event: Event, catalogue: &Catalogue) {
        let takes_back = event.facts.iter().any(Fact::is_undo_or_redo);
        let plans = event.facts.iter().any(|fact| matches!(fact, Fact::Opened { .. } | Fact::AgendaChanged { .. }));
        self.session.push(event);
        if takes_back {
            self.rebuild();
        } else if let Some(event) = self.session.events().last() {
            self.heard.hear(event);
            self.ledger.apply(&Origin::of(&self.session, &self.names), event);
        }
        if plans {
            self.lay_out(catalogue);
        }
    }

    /// Builds the ledger from what still stands: the only way to take something back.
    fn rebuild(&mut self) {
        self.ledger = self.base.clone();
        self.ledger.add_session(&self.session, &self.names);
    }

    fn lay_out(&mut self, catalogue: &Catalogue) {
        let mode = self.session.mode();
        let usual = || default_plan(catalogue, mode);
        let plan = if self.session.agenda().is_empty() { usual() } else { self.session.agenda().to_vec() };
        self.agenda = Agenda::lay_out(&plan, catalogue, mode);
    }

    /// The step at which the walk stands.
    pub fn step(&self) -> Option<&StepId> {
        self.session.place().map(|place| &place.step)
    }

    /// The fact of entering a stop.
    pub fn entering(stop: &Stop) -> Fact {
        Fact::StepEntered { step: stop.step.clone(), planned: stop.seconds }
    }

    /// What is asked at the step where the walk stands, with its blanks filled.
    pub fn prompt(&self, catalogue: &Catalogue) -> Option<String> {
        let (_, step) = catalogue.step(self.step()?, self.session.mode())?;
        let blanks = follow_up::blanks(self, catalogue);
        let asked = fill(&step.prompt, &blanks);
        match blanks.focus.filter(|_| step.answer == Answer::Pick) {
            Some(focus) => Some(format!("{focus} it is. The next step asks what it changes.")),
            None => Some(asked),
        }
    }

    /// What a line without grammar of its own becomes at this step; nothing once a step that picks one has one.
    pub fn long_form(&self, catalogue: &Catalogue) -> Option<String> {
        let (_, step) = catalogue.step(self.step()?, self.session.mode())?;
        let blanks = follow_up::blanks(self, catalogue);
        if step.answer == Answer::Pick && blanks.focus.is_some() {
            return None;
        }
        long_form(step.bare.as_deref()?, &follow_up::as_names(blanks))
    }
}

/// The plan of a session that has none: one walk through `next`.
pub fn default_plan(catalogue: &Catalogue, mode: Mode) -> Vec<PlannedExercise> {
    let next = catalogue.find("next");
    next.map(|next| PlannedExercise { exercise: next.id.clone(), minutes: next.minutes(mode) }).into_iter().collect()
}
