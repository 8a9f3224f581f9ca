//! A room that talks, lines as they would be typed, and what it could be asked next.

use std::collections::BTreeSet;

use adjacent::app::OpenSession;
use adjacent::ask::{GapModel, Question, QuestionContext, heard, questions};
use adjacent::graph::{Graph, Key, Ledger};
use adjacent::import::notes::transcript;
use adjacent::lens::{Readings, read};
use adjacent::record::{
    Claim, Event, Fact, Header, Kind, Mode, Outcome, Relation, Session, SessionKind, Sign, StepId, from_whole_millis,
    matters,
};
use jiff::civil::Date;

use crate::session::header;
use crate::talk::{Talk, opening, people_of, seats};

/// A room in which lines are typed, one second after the other.
pub(crate) struct Room {
    talk: Talk,
    /// The step it is at.
    pub(crate) step: Option<StepId>,
    /// The day it is asked.
    pub(crate) today: Option<Date>,
    /// Minutes that are left.
    pub(crate) minutes_left: Option<i64>,
}

impl Room {
    /// A room of people as tag and party.
    pub(crate) fn of(people: &[(&str, &str)]) -> Self {
        Self::opened(Mode::Live, people)
    }

    /// A room of people as tag and party, in a workspace with these other sessions.
    pub(crate) fn beside(base: Ledger, people: &[(&str, &str)]) -> Self {
        let session = Session::fold(header("2026-11-20-room-0001", "Room"), [opening(Mode::Live, seats(people))]);
        let talk = Talk::on(OpenSession { base, ..OpenSession::alone(session) });
        Self { talk, step: None, today: None, minutes_left: None }
    }

    /// A room beside other sessions that was begun about these changes.
    pub(crate) fn about(base: Ledger, people: &[(&str, &str)], chosen: &[&str]) -> Self {
        let mut opened = opening(Mode::Live, seats(people));
        let named = chosen.iter().map(|label| Fact::Named { label: (*label).to_owned(), kind: Kind::Initiative });
        opened.facts.extend(named);
        let session = Session::fold(header("2026-11-20-room-0001", "Room"), [opened]);
        let talk = Talk::on(OpenSession { base, ..OpenSession::alone(session) });
        Self { talk, step: None, today: None, minutes_left: None }
    }

    /// One person alone.
    pub(crate) fn alone(tag: &str, party: &str) -> Self {
        Self::opened(Mode::Solo, &[(tag, party)])
    }

    fn opened(mode: Mode, people: &[(&str, &str)]) -> Self {
        let kind = if mode == Mode::Solo { SessionKind::Solo } else { SessionKind::Workshop };
        let header = Header { kind, ..header("2026-11-20-room-0001", "Room") };
        let session = Session::fold(header, [opening(mode, seats(people))]);
        Self { talk: Talk::on(OpenSession::alone(session)), step: None, today: None, minutes_left: None }
    }

    /// The people of a transcript, and its first lines; the step is that of the last of them.
    pub(crate) fn transcript(text: &str, lines: usize) -> Self {
        let notes = transcript::read(text);
        let mut room = Self::of(&people_of(&notes));
        for line in notes.lines.iter().take(lines) {
            room.talk.at = line.at;
            room.step.clone_from(&line.step);
            room.talk.say(&line.text);
        }
        room
    }

    /// Types one line a row.
    pub(crate) fn says(&mut self, lines: &str) -> &mut Self {
        self.talk.says(lines);
        self
    }

    /// Lets so many minutes pass.
    pub(crate) fn waits(&mut self, minutes: u64) -> &mut Self {
        self.talk.at += from_whole_millis(minutes * 60_000);
        self
    }

    /// Notes a fact that no line says.
    pub(crate) fn notes(&mut self, fact: Fact) -> &mut Self {
        let seq = self.talk.session().next_seq();
        let event = Event { seq, at: self.talk.at, facts: vec![fact], ..Event::default() };
        self.talk.recording.apply(event, &self.talk.catalogue);
        self
    }

    /// An arrow that somebody alone imagines, or that is read from elsewhere.
    pub(crate) fn draws(&mut self, from: &str, to: &str, kind: Relation, sign: Sign) -> &mut Self {
        let claim = self.talk.session().next_claim();
        self.notes(Fact::Claimed(Claim { claim, from: from.into(), to: to.into(), kind, sign, ..Claim::default() }))
    }

    /// The number of the last event.
    pub(crate) fn last_line(&self) -> u64 {
        self.talk.session().next_seq() - 1
    }

    /// Says that a promise was kept.
    pub(crate) fn settles(&mut self, seq: u64) -> &mut Self {
        self.notes(Fact::Settled { session: None, seq, outcome: Outcome::Done, due: None, words: None })
    }

    /// Puts a question.
    pub(crate) fn is_asked(&mut self, question: u8, about: &[&str]) -> &mut Self {
        self.notes(Fact::Offered { question, about: owned(about), ask: String::new() })
    }

    /// Does not want a question.
    pub(crate) fn declines(&mut self, question: u8, about: &[&str]) -> &mut Self {
        self.notes(Fact::Declined { question, about: owned(about) })
    }

    /// Goes to a step.
    pub(crate) fn at(&mut self, step: &str) -> &mut Self {
        self.step = Some(step.parse().unwrap());
        self
    }

    pub(crate) fn graph(&self) -> Graph {
        self.talk.graph()
    }

    pub(crate) fn questions(&self) -> Vec<Question> {
        let graph = self.graph();
        self.questions_with(&graph, &read(&graph))
    }

    /// The questions of a room in which lenses saw this.
    pub(crate) fn questions_with(&self, graph: &Graph, readings: &Readings) -> Vec<Question> {
        let session = self.talk.session();
        let matters = matters(&[], [session]);
        let heard: BTreeSet<Key> = heard(session, graph);
        questions(&QuestionContext {
            graph,
            gaps: &GapModel::of(graph),
            readings,
            session,
            catalogue: &self.talk.catalogue,
            matters: &matters,
            step: self.step.as_ref(),
            at: self.talk.at,
            today: self.today,
            minutes_left: self.minutes_left,
            heard: &heard,
        })
    }

    /// The question of a template about these things.
    pub(crate) fn question(&self, template: u8, about: &[&str]) -> Option<Question> {
        let about: Vec<Key> = keys(about);
        self.questions().into_iter().find(|question| question.template == template && question.about == about)
    }

    /// What it scores.
    pub(crate) fn score(&self, template: u8, about: &[&str]) -> f64 {
        self.question(template, about).map_or(0.0, |question| question.score.value())
    }
}

fn owned(about: &[&str]) -> Vec<String> {
    about.iter().map(|label| (*label).to_owned()).collect()
}

pub(crate) fn keys(about: &[&str]) -> Vec<Key> {
    about.iter().map(|label| Key::of(label).unwrap()).collect()
}

/// What a template is asked about in a room where nobody is listed, after these lines: "a/b".
pub(crate) fn asked(template: u8, lines: &str) -> Vec<String> {
    about(template, Room::of(&[]).says(lines))
}

/// What a template is asked about in a room: "a/b".
pub(crate) fn about(template: u8, room: &Room) -> Vec<String> {
    let of_template = room.questions().into_iter().filter(|question| question.template == template);
    let told = |question: &Question| question.about.iter().map(Key::as_str).collect::<Vec<_>>().join("/");
    of_template.map(|question| told(&question)).collect()
}
