//! A drill in taking down spoken sentences: each typed line is compared with the line that the sentence should have
//! become, by meaning and not by spelling. Nothing is saved.

mod attempt;
mod compare;
mod missed;
mod summary;

use jiff::Timestamp;

use crate::app::{OpenSession, Recording};
use crate::capture::Form;
use crate::exercise::{AnswerFrame, Catalogue, PracticeSet, Spoken};
use crate::record::{Event, Fact, Header, Mode, Session, SessionKind, SessionTime};

pub(crate) use attempt::{Attempt, Became};
pub(crate) use missed::Missed;
pub(crate) use summary::Summary;

/// The state of a drill.
#[derive(Clone, Debug)]
pub(crate) struct Drill {
    practice: PracticeSet,
    /// The session as it would be if every sentence so far had been taken down correctly.
    recording: Recording,
    at: usize,
    attempts: Vec<Attempt>,
}

impl Drill {
    /// Starts a drill at the first sentence, at the time `now`.
    pub(crate) fn new(practice: PracticeSet, now: Timestamp) -> Self {
        let recording = Recording::new(room(&practice, now), &Catalogue::default());
        Self { practice, recording, at: 0, attempts: Vec::new() }
    }

    /// The current sentence; `None` at the end of the drill.
    pub(crate) fn sentence(&self) -> Option<&Spoken> {
        self.practice.sentences.get(self.at)
    }

    /// The number of the current sentence, counted from 1, and the number of all sentences.
    pub(crate) const fn place(&self) -> (usize, usize) {
        (self.at + 1, self.practice.sentences.len())
    }

    /// The unit of a speaker.
    pub(crate) fn unit(&self, tag: &str) -> Option<&str> {
        self.recording.session().person(tag)?.party.as_deref()
    }

    /// Takes the line that was typed for the current sentence, and moves to the next sentence. An empty line skips the
    /// sentence. `took` is the time in milliseconds.
    pub(crate) fn take(&mut self, line: &str, took: u64) -> Option<&Attempt> {
        let spoken = self.practice.sentences.get(self.at)?;
        let wanted =
            self.recording.read(&spoken.line, Some(&spoken.who), &AnswerFrame::default(), SessionTime::OPENING);
        let typed = self.recording.read(line, Some(&spoken.who), &AnswerFrame::default(), SessionTime::OPENING);
        let attempt = if typed.facts.is_empty() {
            Attempt { read_back: String::new(), became: Became::Text, missed: Vec::new(), took }
        } else {
            let (became, read) = match (typed.form, typed.offers.first()) {
                (Form::Text | Form::Scrap, Some(offer)) => (Became::Offered, offer),
                (Form::Text | Form::Scrap, None) => (Became::Text, &typed),
                _ => (Became::Recorded, &typed),
            };
            let missed = compare::missed(&wanted.facts, &read.facts, &spoken.also);
            Attempt { read_back: self.recording.read_back(read, SessionTime::OPENING), became, missed, took }
        };
        let nothing = Catalogue::default();
        let event = self.recording.spoken(&wanted, SessionTime::OPENING);
        self.recording.apply(event, &nothing);
        self.at += 1;
        self.attempts.push(attempt);
        self.attempts.last()
    }

    /// The results so far.
    pub(crate) fn summary(&self) -> Summary {
        Summary::of(&self.attempts)
    }
}

fn room(practice: &PracticeSet, now: Timestamp) -> OpenSession {
    let header = Header {
        id: "practice".into(),
        title: String::new(),
        opened: now,
        zone: crate::record::Zone::UTC,
        kind: SessionKind::Rehearsal,
        private: true,
        exact_names: true,
    };
    let people = practice.people.clone();
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    let opening = Event { seq: 1, facts: vec![opened], ..Event::default() };
    OpenSession::alone(Session::fold(header, [opening]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drill() -> Drill {
        Drill::new(PracticeSet::embedded(), "2026-11-20T09:00:00Z".parse().unwrap())
    }

    #[test]
    fn whoever_types_what_is_meant_catches_every_sentence_whole() {
        let mut drill = drill();
        while let Some(spoken) = drill.sentence().cloned() {
            let attempt = drill.take(&spoken.line, 1).unwrap();
            assert!(attempt.is_whole(), "{}: {attempt:?}", spoken.line);
        }
        assert_eq!(drill.attempts.len(), 20);
        assert_eq!(drill.take("more", 1), None);
    }

    #[test]
    fn a_sentence_without_any_sign_is_never_read_as_another_one() {
        let mut drill = drill();
        while let Some(spoken) = drill.sentence().cloned() {
            let Some(sentence) = &spoken.sentence else {
                drill.take("", 1);
                continue;
            };
            let attempt = drill.take(sentence, 1).unwrap();
            assert!(attempt.is_caught() || attempt.became == Became::Text, "{sentence}: {attempt:?}");
        }
    }

    #[test]
    fn every_sentence_asks_for_something() {
        let mut drill = drill();
        while let Some(spoken) = drill.sentence().cloned() {
            let attempt = drill.take("people are worried", 1).unwrap();
            assert!(!attempt.missed.is_empty() && !attempt.is_caught(), "{}", spoken.says);
        }
    }

    #[test]
    fn a_sentence_that_was_missed_is_known_to_those_after_it() {
        let mut drill = drill();
        for _ in 0..16 {
            assert!(drill.take("", 1).unwrap().is_skipped());
        }
        assert!(drill.take("no", 1).unwrap().is_whole());
    }
}
