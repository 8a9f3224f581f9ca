use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::follow_up::{self, Gist};
use crate::app::open_session::OpenSession;
use crate::capture::{self, Amber, Context, Doubt, Form, Heard, Reading};
use crate::exercise::{Agenda, AgendaStop, AnswerFrame, Catalogue, Exercise, Pace};
use crate::export;
use crate::graph::{Ledger, Origin, Owner};
use crate::record::long_form::LongForm;
use crate::record::{
    Claim, Event, Exposure, Fact, ListedName, Matter, Mode, Names, ONESELF, Persons, PlannedExercise, SeatTag, Session,
    StepId, matters,
};

/// A session while it is being written: its record, what everything said so far adds up to, and its agenda.
///
/// The console, `--plain` and `transcribe` all write through this one value, so they cannot disagree.
#[derive(Clone, Debug)]
pub struct Recording {
    pub(super) session: Session,
    pub(super) names: Names,
    pub(super) base: Ledger,
    pub(super) ledger: Ledger,
    pub(super) heard: Heard,
    pub(super) gist: Gist,
    pub(super) agenda: Agenda,
    pub(super) at: Option<usize>,
    pub(super) carried: Vec<Matter>,
    /// The step that is entered with the first act, while none was entered.
    pub(super) ahead: Option<StepId>,
    /// Whose names stay out of the record.
    pub(super) persons: Persons,
    /// Those among them who are listed elsewhere.
    pub(super) elsewhere: Persons,
    /// The tags of everybody who has said something.
    pub(super) spoken: BTreeSet<SeatTag>,
    /// The line on which names are kept as they are typed.
    pub(super) as_typed: Option<String>,
    /// Somebody was given a seat, and the private file does not tell yet.
    pub(super) unkept: bool,
}

/// A frame as the grammar asks it.
struct InStep<'a> {
    frame: &'a AnswerFrame,
    session: &'a Session,
}

impl InStep<'_> {
    fn unit(&self, speaker: Option<&str>) -> Option<&str> {
        self.session.person(speaker?)?.party.as_deref()
    }
}

impl capture::StepGrammar for InStep<'_> {
    fn answer(&self, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.answered(said, self.unit(speaker))
    }

    fn complete(&self, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.completed(said, self.unit(speaker))
    }

    fn refuses(&self, said: &str) -> bool {
        self.frame.refuses(said)
    }

    fn keep(&self, said: &str) -> Option<String> {
        self.frame.text_of(said)
    }
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
            gist: Gist::default(),
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

    /// The session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// What everything said so far adds up to, in this session and those it builds on.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What was said so far, as far as a prompt refers to it.
    pub(in crate::app) const fn gist(&self) -> &Gist {
        &self.gist
    }

    /// The walk.
    pub const fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// Which name belongs to which tag; never part of the record.
    pub const fn names(&self) -> &Names {
        &self.names
    }

    /// How somebody is called on the screen of whoever holds the keyboard: the first name, else what is typed for them.
    pub fn called<'a>(&'a self, tag: &'a str) -> &'a str {
        if tag == ONESELF && self.session.mode() == Mode::Solo {
            return "You";
        }
        let listed = self.session.person(tag).and_then(|person| person.name.as_deref());
        let name = listed.or_else(|| self.names.of(tag));
        name.map_or_else(|| self.names.typed_for(tag), |name| ListedName::new(name).called())
    }

    /// Milliseconds from the opening; never before what was said last.
    pub fn at(&self, now: Timestamp) -> u64 {
        let since = now.as_millisecond() - self.session.header().opened.as_millisecond();
        let last = self.session.events().last().map_or(0, |event| event.at);
        u64::try_from(since).unwrap_or_default().max(last)
    }

    /// How a line would be read now, said by this seat unless it begins with a tag.
    ///
    /// `at` is in milliseconds from the opening; `frame` is what a line without grammar of its own becomes.
    pub fn read(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: u64) -> Reading {
        let mut reading = self.read_unnamed(line, seat, frame, at);
        reading.facts = reading.facts.into_iter().map(|fact| self.as_recorded(fact, frame.imagined)).collect();
        reading.amber.extend(miscounted(&reading, frame));
        reading
    }

    /// A line without names, read in the step.
    pub(super) fn read_in_step(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: u64) -> Reading {
        let step = InStep { frame, session: &self.session };
        capture::read_in_step(line, &step, &self.context(at).spoken_by(seat))
    }

    /// The sentence that is read back for a reading.
    pub fn read_back(&self, reading: &Reading, at: u64) -> String {
        capture::read_back(reading, &self.context(at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// The sentence that was read back for an event; none for what is not said in the room.
    pub fn retell(&self, event: &Event) -> Option<String> {
        capture::retell(event, &self.context(event.at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// The sentence that is read back for a reading on a screen that is the room's.
    pub fn read_back_in_public(&self, reading: &Reading, at: u64) -> String {
        capture::read_back(reading, &self.context(at), &|who| self.in_public(who))
    }

    /// The sentence for an event as the room may read it; none for what is private, and for what is not said.
    pub fn retell_in_public(&self, event: &Event) -> Option<String> {
        if event.exposure == Exposure::Private {
            return None;
        }
        capture::retell(event, &self.context(event.at), &|who| self.in_public(who))
    }

    /// How a seat is called where the room can see it: by the first part of the name its owner asked for, or its unit.
    fn in_public(&self, who: &str) -> Option<String> {
        Owner::of(&self.session, &self.ledger, who).called()
    }

    /// The same session for the room: without the names that are kept beside it, and not to be written to.
    pub fn for_the_room(&self) -> OpenSession {
        OpenSession { base: self.base.clone(), ..OpenSession::alone(self.session.clone()) }
    }

    /// The same session to be looked back at, not to be written to.
    pub(in crate::app) fn to_look_back(&self) -> OpenSession {
        OpenSession { names: self.names.clone(), carried: self.carried.clone(), ..self.for_the_room() }
    }

    fn context(&self, at: u64) -> Context<'_> {
        Context::new(&self.ledger, &self.session, &self.heard).on(self.day(at)).carrying(&self.carried)
    }

    /// Whether the walk stands at the last step of an exercise.
    pub(in crate::app) fn ends_exercise(&self) -> bool {
        let exercise = |stop: &AgendaStop| stop.step.exercise.clone();
        self.stop().is_some_and(|here| {
            let stop = self.agenda.stops().get(here).map(exercise);
            stop.is_some() && self.agenda.after(Some(here)).map(exercise) != stop
        })
    }

    /// The moment so many milliseconds after the opening, in milliseconds since 1970.
    pub(in crate::app) fn now(&self, at: u64) -> i64 {
        self.session.header().opened.as_millisecond().saturating_add_unsigned(at)
    }

    /// The day so many milliseconds after the opening, where the session is held.
    pub(in crate::app) fn day(&self, at: u64) -> Date {
        self.session.day_at(at)
    }

    /// The event that a line becomes.
    pub fn spoken(&self, reading: &Reading, at: u64) -> Event {
        Event {
            speaker: reading.speaker.clone(),
            said: Some(reading.said.clone()),
            ..self.event(reading.facts.clone(), at)
        }
    }

    /// A fact marked when it is somebody else's view; alone, a promise with a day is one's own.
    fn as_recorded(&self, fact: Fact, imagined: bool) -> Fact {
        match fact {
            Fact::Claimed(claim) => Fact::Claimed(Claim { imagined: claim.imagined || imagined, ..claim }),
            Fact::Committed { text, who, due, about, about_to } => {
                let own = || (self.session.mode() == Mode::Solo && due.is_some()).then(|| ONESELF.to_owned());
                let who = who.or_else(own);
                Fact::Committed { text, who, due, about, about_to }
            }
            fact => fact,
        }
    }

    /// The event of a keyed act; names stay out of what was typed for it.
    pub fn keyed(&self, facts: Vec<Fact>, at: u64) -> Event {
        self.event(facts.into_iter().map(|fact| self.unnamed_act(fact)).collect(), at)
    }

    fn event(&self, facts: Vec<Fact>, at: u64) -> Event {
        let step = self.session.place().map(|place| place.step.clone());
        Event { seq: self.session.next_seq(), at, step, facts, ..Event::default() }
    }

    /// Adds what is now on disk.
    pub fn apply(&mut self, event: Event, catalogue: &Catalogue) {
        let takes_back = |fact: &Fact| fact.is_undo_or_redo() || matches!(fact, Fact::StrikeOrdered { .. });
        let takes_back = event.facts.iter().any(takes_back);
        let seats = event.facts.iter().any(|fact| matches!(fact, Fact::Opened { .. } | Fact::Joined(_)));
        self.note_people(&event);
        let plans = event.facts.iter().any(|fact| matches!(fact, Fact::Opened { .. } | Fact::AgendaChanged { .. }));
        for fact in &event.facts {
            if let Fact::StepEntered { step, .. } = fact {
                self.at = self.agenda.place(step, self.at).or(self.at);
            }
        }
        self.session.push(event);
        if takes_back {
            self.rebuild();
        } else if let Some(event) = self.session.events().last() {
            self.heard.hear(event);
            let origin = Origin::of(&self.session, &self.names);
            if self.session.stands(event.seq) {
                self.ledger.apply(&origin, event);
                self.gist.hear(event, &self.session, &self.ledger);
            } else {
                // A damaged file may take back what has not come yet.
                self.ledger.pass_over(&origin, event);
            }
        }
        if seats {
            self.list_persons();
        }
        if plans {
            self.lay_out(catalogue);
        }
    }

    pub(super) fn list_persons(&mut self) {
        self.persons = self.elsewhere.clone();
        self.persons.add(&self.session, &self.names);
    }

    /// Builds the ledger from what still stands: the only way to take something back.
    pub(super) fn rebuild(&mut self) {
        self.ledger = self.base.clone();
        self.ledger.add_session(&self.session, &self.names);
        self.gist = Gist::of(&self.session, &self.base, &self.ledger);
        self.list_persons();
    }

    fn lay_out(&mut self, catalogue: &Catalogue) {
        let mode = self.session.mode();
        let usual = || default_plan(catalogue, mode);
        let plan = if self.session.agenda().is_empty() { usual() } else { self.session.agenda().to_vec() };
        self.agenda = Agenda::lay_out(&plan, catalogue, mode);
        let entered = self.session.events().iter().flat_map(|event| &event.facts);
        let steps =
            entered.filter_map(|fact| if let Fact::StepEntered { step, .. } = fact { Some(step) } else { None });
        self.at = steps.fold(None, |at, step| self.agenda.place(step, at).or(at));
    }

    /// The step at which the walk stands.
    pub fn step(&self) -> Option<&StepId> {
        self.session.place().map(|place| &place.step).or(self.ahead.as_ref())
    }

    /// What is written before the first act in a session that was begun before, because looking at it changes nothing:
    /// that it goes on, and the first step where none was entered. What that step asks is asked from now on.
    pub fn take_up_again(&mut self) -> Vec<Fact> {
        let first = self.agenda.after(None).filter(|_| self.session.place().is_none());
        self.ahead = first.map(|stop| stop.step.clone());
        std::iter::once(Fact::Resumed { who: None }).chain(first.map(Self::entering)).collect()
    }

    /// Where in the agenda that is, from 0; nothing before the walk has begun, or for a step that is not planned.
    pub fn stop(&self) -> Option<usize> {
        let step = self.step()?;
        self.at
            .filter(|&at| self.agenda.stops().get(at).is_some_and(|stop| stop.step == *step))
            .or_else(|| self.agenda.place(step, self.at))
    }

    /// The fact of entering a stop.
    pub fn entering(stop: &AgendaStop) -> Fact {
        Fact::StepEntered { step: stop.step.clone(), planned: stop.seconds }
    }

    /// What everything that was left open has come to, in this session and before it.
    pub fn matters(&self) -> Vec<Matter> {
        matters(&self.carried, [&self.session])
    }

    /// How the session stands against its plan, `at` milliseconds from the opening.
    pub fn pace(&self, at: u64) -> Option<Pace> {
        let clock = self.session.clock(at);
        let seconds = |milliseconds: u64| i64::try_from(milliseconds / 1000).unwrap_or(i64::MAX);
        let planned = self.session.place()?.planned;
        Some(self.agenda.pace(self.stop()?, seconds(clock.session), seconds(clock.step), planned))
    }

    /// The session as one page of Markdown, as it stands.
    pub fn minutes(&self, catalogue: &Catalogue) -> String {
        let blanks = follow_up::blanks(self, catalogue, None);
        export::minutes_markdown(&self.session, &self.ledger, catalogue, &blanks)
    }

    /// The session as a chapter of a report, as it stands.
    pub fn chapter(&self, catalogue: &Catalogue) -> export::SessionChapter {
        let blanks = follow_up::blanks(self, catalogue, None);
        export::chapter(&self.session, &self.ledger, catalogue, &blanks)
    }
}

/// Hands that are more than the people here have, or numbers that stay text because they answer nothing.
fn miscounted(reading: &Reading, frame: &AnswerFrame) -> Option<Amber> {
    let why = match reading.facts.as_slice() {
        [Fact::Voted { hands, .. }] => frame.too_many(hands)?,
        _ => frame.objection(&reading.said).filter(|_| reading.form == Form::Text)?,
    };
    Some(Amber { doubt: Doubt::Count, why, offer: None })
}

/// The plan of a session that has none: one walk through `next`.
pub fn default_plan(catalogue: &Catalogue, mode: Mode) -> Vec<PlannedExercise> {
    let next = catalogue.find("next");
    let planned = |next: &Exercise| PlannedExercise {
        exercise: next.id.clone(),
        minutes: next.minutes(mode),
        without: Vec::new(),
    };
    next.map(planned).into_iter().collect()
}
