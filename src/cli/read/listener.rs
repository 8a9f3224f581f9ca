//! Reads lines one after the other in a session that is not on disk.

use std::sync::Arc;

use jiff::Timestamp;

use super::heading::ReadHeading;
use super::printing::HeardLine;
use crate::app::{OpenSession, Recording, read_person};
use crate::capture::Form;
use crate::capture::lexicon::LexiconFile;
use crate::cli::languages;
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::{Conventions, Fact, Header, Mode, Names, Session, SessionKind, SessionTime, StepId, own_note};
use crate::shell::zone;

/// A session that is not on disk, with what its lines are read by.
pub(super) struct Listener<'a> {
    recording: Recording,
    catalogue: &'a Catalogue,
    own_words: Arc<[LexiconFile]>,
    in_step: bool,
    explains: bool,
    current: Option<String>,
}

impl<'a> Listener<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, solo: bool, own_words: Arc<[LexiconFile]>) -> Self {
        let open = OpenSession { own_words: Arc::clone(&own_words), ..blank(solo) };
        let recording = Recording::new(open, catalogue);
        Self { recording, catalogue, own_words, in_step: false, explains: false, current: None }
    }

    /// The same, reading by these conventions.
    pub(super) fn by(self, conventions: Conventions) -> Self {
        let solo = self.recording.session().mode() == Mode::Solo;
        let open = OpenSession { own_words: Arc::clone(&self.own_words), conventions, ..blank(solo) };
        Self { recording: Recording::new(open, self.catalogue), ..self }
    }

    /// The same, with the reasons for each reading.
    pub(super) fn explaining(self, explains: bool) -> Self {
        Self { explains, ..self }
    }

    /// Changes what the following lines are read by.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong and what there is.
    pub(super) fn heed(&mut self, heading: ReadHeading) -> Result<(), String> {
        match heading {
            ReadHeading::Languages(codes) => {
                let languages = languages::parse(&codes, &self.own_words)?;
                self.act(vec![Fact::LanguagesSet { languages }]);
            }
            ReadHeading::Step(step) if step.is_empty() => self.in_step = false,
            ReadHeading::Step(step) => {
                let step = self.step(&step)?;
                self.act(vec![Fact::StepEntered { step, planned: 0 }]);
                self.in_step = true;
            }
            ReadHeading::Current(current) => self.current = Some(current).filter(|current| !current.is_empty()),
            ReadHeading::Person(line) => self.seat(&line)?,
        }
        Ok(())
    }

    /// Finds a step in the catalogue.
    fn step(&self, text: &str) -> Result<StepId, String> {
        let mode = self.recording.session().mode();
        let step: StepId = text.parse().map_err(|wrong| format!("{wrong}; adjacent exercises lists what there is"))?;
        if self.catalogue.step(&step, mode).is_some() {
            return Ok(step);
        }
        Err(match self.catalogue.find(&step.exercise) {
            Some(exercise) => {
                format!("there is no step {step}; {} has {} of them", step.exercise, exercise.steps(mode).len())
            }
            None => {
                let ids: Vec<&str> = self.catalogue.exercises().iter().map(|exercise| exercise.id.as_str()).collect();
                format!("there is no step {step}; the exercises are {}", ids.join(", "))
            }
        })
    }

    /// Gives a seat to somebody who is present.
    fn seat(&mut self, line: &str) -> Result<(), String> {
        let listed = read_person(line, &self.recording.tags_in_use())
            .ok_or_else(|| format!("{line:?} is nobody; a person is written like mei = Mei, claims lead @ Claims"))?;
        let tag = || listed.person.tag.clone();
        self.recording.know(Names {
            names: [(tag(), listed.name)].into(),
            typed: [(tag(), listed.typed.clone())].into(),
            ..Names::default()
        });
        self.act(vec![Fact::Joined(listed.person)]);
        Ok(())
    }

    fn act(&mut self, facts: Vec<Fact>) {
        let event = self.recording.keyed(facts, SessionTime::OPENING);
        self.recording.apply(event, self.catalogue);
    }

    /// Reads a line; `None` for a blank one, and for a private note, which becomes no event.
    pub(super) fn hear(&mut self, line: &str) -> Option<HeardLine> {
        if own_note(line).is_some() {
            return Some(HeardLine::own());
        }
        self.recording.seat_newcomer(line);
        let reading = self.recording.read(line, None, &self.frame(), SessionTime::OPENING);
        (reading.form != Form::Blank).then(|| HeardLine::of(reading, line, &self.recording, self.explains))
    }

    fn frame(&self) -> AnswerFrame {
        match &self.current {
            _ if !self.in_step => AnswerFrame::default(),
            Some(current) => self.recording.asked_about(self.catalogue, current).frame,
            None => self.recording.asked(self.catalogue).frame,
        }
    }

    /// Takes a line into the session, so that it is known when the next one is read.
    pub(super) fn note(&mut self, heard: &HeardLine) {
        if let Some(reading) = &heard.reading {
            let event = self.recording.spoken(reading, SessionTime::OPENING);
            self.recording.apply(event, self.catalogue);
        }
    }
}

/// An empty session that is not on disk.
fn blank(solo: bool) -> OpenSession {
    let header = Header {
        id: "read".into(),
        title: String::new(),
        opened: Timestamp::now(),
        zone: zone::here(),
        kind: if solo { SessionKind::Solo } else { SessionKind::Workshop },
        private: true,
        exact_names: true,
    };
    OpenSession::alone(Session::new(header))
}
