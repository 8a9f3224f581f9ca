//! A session in memory in which lines are typed. The tests of a room add what they ask of it, next to those tests.

use jiff::SignedDuration;

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::graph::Ledger;
use adjacent::import::notes::transcript::{self, Transcript};
use adjacent::record::{Event, Fact, Mode, Person, Session, SessionTime};

use crate::session::header;

/// Somebody of a unit, who gave no name.
pub(crate) fn seat(tag: &str, party: &str) -> Person {
    Person { tag: tag.into(), party: Some(party.to_owned()), ..Person::default() }
}

/// People as tag and unit.
pub(crate) fn seats(people: &[(&str, &str)]) -> Vec<Person> {
    people.iter().map(|(tag, party)| seat(tag, party)).collect()
}

/// The first event of a session without an agenda.
pub(crate) fn opening(mode: Mode, people: Vec<Person>) -> Event {
    let opened = Fact::Opened { mode, facilitator: None, agenda: Vec::new(), people };
    Event { seq: 1, facts: vec![opened], ..Event::default() }
}

/// The people of notes as tag and unit.
pub(crate) fn people_of(notes: &Transcript) -> Vec<(&str, &str)> {
    let person = notes.people.iter().map(|line| line.split_once(" = ").unwrap());
    person.map(|(tag, rest)| (tag, rest.split_once(" @ ").unwrap().1)).collect()
}

/// A session in which lines are typed, one second after the other.
pub(crate) struct Talk {
    pub(crate) recording: Recording,
    pub(crate) catalogue: Catalogue,
    /// Milliseconds since the session was opened.
    pub(crate) at: SessionTime,
}

impl Talk {
    /// People as tag and unit; without any, nobody is listed and every nameless line is somebody else's.
    pub(crate) fn among(people: &[(&str, &str)]) -> Self {
        let opening = opening(Mode::Live, seats(people));
        Self::on(OpenSession::alone(Session::fold(header("2026-11-20-talk-0001", "Talk"), [opening])))
    }

    /// A session that was opened already.
    pub(crate) fn on(open: OpenSession) -> Self {
        let catalogue = Catalogue::embedded();
        Self { recording: Recording::new(open, &catalogue), catalogue, at: SessionTime::OPENING }
    }

    /// The people of a transcript, and all its lines.
    pub(crate) fn transcript(text: &str) -> Self {
        let notes = transcript::read(text);
        let mut talk = Self::among(&people_of(&notes));
        for line in &notes.lines {
            talk.at = line.at;
            talk.say(&line.text);
        }
        talk
    }

    /// Types one line a row.
    pub(crate) fn says(&mut self, lines: &str) -> &mut Self {
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.at += SignedDuration::from_secs(1);
            self.say(line);
        }
        self
    }

    /// Types a line now.
    pub(crate) fn say(&mut self, line: &str) {
        let reading = self.recording.read(line, None, &AnswerFrame::default(), self.at);
        let event = self.recording.spoken(&reading, self.at);
        self.recording.apply(event, &self.catalogue);
    }

    /// What is recorded.
    pub(crate) fn session(&self) -> &Session {
        self.recording.session()
    }

    /// Everything said so far.
    pub(crate) fn ledger(&self) -> Ledger {
        self.recording.ledger().clone()
    }
}
