//! The console without a screen: line by line, for screen readers, pipes and scripts.

use std::collections::VecDeque;
use std::io::{BufRead, Write};

use anyhow::{Context as _, Result};
use jiff::Timestamp;

use super::plain_command::{self, Word};
use crate::app::{Confidence, Recording};
use crate::capture::{Form, Offer, Reading};
use crate::exercise::{Agenda, Catalogue, Frame, Stop, in_words};
use crate::record::text::plain;
use crate::record::{Event, Fact, Mode, OwnNote, own_note};
use crate::store::{SessionFile, StoreError, Workspace};

/// A session, walked line by line.
pub(super) struct Plain<'a, W> {
    recording: Recording,
    file: SessionFile,
    workspace: Workspace,
    catalogue: &'a Catalogue,
    out: W,
    speaker: Option<String>,
    offer: Option<Offer>,
    unsaved: bool,
    /// What is written before the first act: looking at a session changes nothing in it.
    resumes: VecDeque<Fact>,
    stray: bool,
}

impl<'a, W: Write> Plain<'a, W> {
    /// Walks this session; what is answered goes to `out`.
    ///
    /// Notes for whoever holds the keyboard alone lie in `workspace`, beside the session.
    pub(super) fn new(
        recording: Recording,
        (file, workspace): (SessionFile, Workspace),
        catalogue: &'a Catalogue,
        out: W,
    ) -> Self {
        Self {
            recording,
            file,
            workspace,
            catalogue,
            out,
            speaker: None,
            offer: None,
            unsaved: false,
            resumes: VecDeque::new(),
            stray: false,
        }
    }

    /// The same for a session that was begun before; `stray` says that answers lie beside it that belong to no round.
    pub(super) fn taken_up_again(self, resumes: Vec<Fact>, stray: bool) -> Self {
        Self { resumes: resumes.into(), stray, ..self }
    }

    /// Reads lines until there are no more, or until somebody leaves; says whether everything was saved.
    ///
    /// # Errors
    /// When nothing can be read or answered any more.
    pub(super) fn run(mut self, mut lines: impl BufRead) -> Result<bool> {
        self.begin()?;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            if lines.read_until(b'\n', &mut bytes).context(super::files::NO_INPUT)? == 0 {
                return Ok(!self.unsaved);
            }
            let line = String::from_utf8_lossy(&bytes);
            if self.line(line.trim())? == Stay::Leave {
                return Ok(!self.unsaved);
            }
        }
    }

    fn begin(&mut self) -> Result<()> {
        let title = self.recording.session().title().to_owned();
        self.say(&format!("{title}\n/next goes on, /help lists what else there is."))?;
        if self.recording.session().collecting().is_some() {
            self.say("Answers are being collected that nobody sees yet; open the console to show or to drop them.")?;
        }
        if self.stray {
            self.say("Unnamed answers lie in the private file and were never shown; the console asks about them.")?;
        }
        if self.recording.step().is_none()
            && let Some(stop) = self.recording.agenda().after(None).cloned()
        {
            return self.enter(&stop);
        }
        self.prompt()
    }

    fn line(&mut self, line: &str) -> Result<Stay> {
        if line.is_empty() {
            return Ok(Stay::Here);
        }
        let line = if matches!(line, "?" | "help") { "/help" } else { line };
        match plain_command::parse(line) {
            Some(word) => self.command(word),
            None => self.capture(line).map(|()| Stay::Here),
        }
    }

    /// Reads a line, saves it, and only then reads it back.
    fn capture(&mut self, line: &str) -> Result<()> {
        if let Some(note) = own_note(line) {
            return self.keep_own(note, line);
        }
        let at = self.recording.at(Timestamp::now());
        let asked = self.recording.asked(self.catalogue);
        if asked.frame.is_open_slip(line) {
            return self.say("That is somebody's slip: it is typed unnamed in the console (F6), and only counted.");
        }
        self.recording.seat_newcomer(line);
        if !self.keep_names(line)? {
            return Ok(());
        }
        let reading = self.recording.read(line, self.speaker.as_deref(), &asked.frame, at);
        if reading.form == Form::Blank {
            return Ok(());
        }
        let event = self.recording.spoken(&reading, at);
        let sentence = self.sentence(&reading, at);
        if !self.save(event, line)? {
            return Ok(());
        }
        self.recording.was_kept_as_typed(line);
        self.say(&sentence)?;
        for amber in &reading.amber {
            self.say(&format!("  look: {}", amber.why))?;
        }
        self.offer = reading.amber.into_iter().find_map(|amber| amber.offer).or(reading.offer);
        if let Some(offer) = &self.offer {
            let ask = format!("  {} (/yes)", offer.ask);
            self.say(&ask)?;
        }
        Ok(())
    }

    /// Whose line it is has to be on disk before the line is; if that fails, says so with the line.
    fn keep_names(&mut self, line: &str) -> Result<bool> {
        let Some(names) = self.recording.names_to_keep().cloned() else { return Ok(true) };
        match self.workspace.keep_names(&self.file.id(), &names) {
            Ok(()) => {
                self.recording.names_kept(&names);
                Ok(true)
            }
            Err(error) => self.not_saved(&error, line).map(|()| false),
        }
    }

    /// Keeps a note for whoever holds the keyboard alone, and never says what it is: the answer may be piped anywhere.
    fn keep_own(&mut self, note: &str, line: &str) -> Result<()> {
        let note = OwnNote { at: self.recording.at(Timestamp::now()), text: note.to_owned() };
        match self.workspace.keep_own_notes(&self.file.id(), &[note]) {
            Ok(_) => self.say("Noted for you alone; adjacent notes lists it."),
            Err(error) => self.not_saved(&error, line),
        }
    }

    /// What is read back. It may be piped anywhere, so it names units as the room does, and nobody.
    fn sentence(&self, reading: &Reading, at: u64) -> String {
        match self.recording.session().mode() {
            Mode::Live => self.recording.read_back_in_public(reading, at),
            Mode::Solo => self.recording.read_back(reading, at),
        }
    }

    /// Puts an event on disk; if that fails, says so with the line, and goes on.
    fn save(&mut self, event: Event, line: &str) -> Result<bool> {
        while let Some(fact) = self.resumes.front() {
            let resumed = self.recording.keyed(vec![fact.clone()], event.at);
            if let Err(error) = self.file.append(&resumed) {
                return self.not_saved(&error, line).map(|()| false);
            }
            self.recording.apply(resumed, self.catalogue);
            self.resumes.pop_front();
        }
        let step = self.recording.session().place().map(|place| place.step.clone());
        let event = Event { seq: self.recording.session().next_seq(), step, ..event };
        match self.file.append(&event) {
            Ok(()) => {
                let kept = self.workspace.appended(&event);
                self.recording.apply(event, self.catalogue);
                kept.or_else(|error| self.say(&error.to_string())).map(|()| true)
            }
            Err(error) => self.not_saved(&error, line).map(|()| false),
        }
    }

    fn not_saved(&mut self, error: &StoreError, line: &str) -> Result<()> {
        self.unsaved = true;
        self.say(&format!("Not saved: {error}"))?;
        if line.is_empty() { Ok(()) } else { self.say(&format!("Your line: {line}")) }
    }

    fn act(&mut self, facts: Vec<Fact>) -> Result<bool> {
        let at = self.recording.at(Timestamp::now());
        let event = self.recording.keyed(facts, at);
        self.save(event, "")
    }

    fn command(&mut self, word: Word<'_>) -> Result<Stay> {
        match word {
            Word::Next => self.go(self.recording.agenda().after(self.recording.stop()).cloned())?,
            Word::Back => {
                self.go(self.recording.agenda().before(self.recording.stop()).cloned())?;
            }
            Word::Go(number) => {
                let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                self.go(place.and_then(|place| self.recording.agenda().stops().get(place)).cloned())?;
            }
            Word::Steps => self.steps()?,
            Word::Prompt => self.prompt()?,
            Word::Undo => self.take_back(self.recording.session().undo_target(), false)?,
            Word::Redo => self.take_back(self.recording.session().redo_target(), true)?,
            Word::Yes => self.take_offer()?,
            Word::Speaker(tag) => self.set_speaker(tag)?,
            Word::Map(label) => self.map(label)?,
            Word::Skip => self.skip()?,
            Word::Plan(text) => self.plan(text)?,
            Word::Pause => self.pause()?,
            Word::Minutes => {
                let minutes = self.recording.minutes(self.catalogue);
                self.say_lines(&minutes)?;
            }
            Word::Private => self.switch_private()?,
            Word::Help => self.say(plain_command::HELP)?,
            Word::End => {
                if self.act(vec![Fact::Closed])? {
                    self.say("The session is ended.")?;
                }
                return Ok(Stay::Leave);
            }
            Word::Quit => return Ok(Stay::Leave),
        }
        Ok(Stay::Here)
    }

    fn go(&mut self, stop: Option<Stop>) -> Result<()> {
        match stop {
            Some(stop) => self.enter(&stop),
            None => self.say("There is no such step."),
        }
    }

    fn enter(&mut self, stop: &Stop) -> Result<()> {
        if self.act(vec![Recording::entering(stop)])? { self.prompt() } else { Ok(()) }
    }

    fn prompt(&mut self) -> Result<()> {
        let asked = self.recording.asked(self.catalogue);
        let number = self.recording.stop().map_or(0, |at| at + 1);
        self.say(&format!("{number}/{} {}", self.recording.agenda().stops().len(), asked.prompt))?;
        self.choices(&asked.frame)?;
        asked.message.map_or(Ok(()), |message| self.say_lines(&message))
    }

    /// What can be answered with numbers, and what the step walks over.
    fn choices(&mut self, frame: &Frame) -> Result<()> {
        let walked = frame.subjects.iter().map(|subject| subject.says.clone());
        let rows: Vec<String> = if frame.subjects.is_empty() { frame.options() } else { walked.collect() };
        let marks = frame.asks_one_by_one() && !frame.subjects.is_empty();
        for (at, row) in rows.iter().enumerate() {
            let mark = if marks && at == frame.at { "> " } else { "  " };
            self.say(&format!("{mark}{} {row}", at + 1))?;
        }
        Ok(())
    }

    /// A text of several lines.
    fn say_lines(&mut self, text: &str) -> Result<()> {
        text.lines().try_for_each(|line| self.say(line))
    }

    /// The talk turns to the next of what the step walks over.
    fn skip(&mut self) -> Result<()> {
        let frame = self.recording.asked(self.catalogue).frame;
        match frame.next(true).map(|subject| subject.says.clone()) {
            Some(to) => {
                if self.act(vec![Fact::Turned { to }])? {
                    self.prompt()
                } else {
                    Ok(())
                }
            }
            None => self.say("There is no other one left to talk about here."),
        }
    }

    /// Another plan, as it would be typed in the setup; without one, the plan as it is.
    fn plan(&mut self, text: &str) -> Result<()> {
        if text.is_empty() {
            let plan = in_words(self.recording.agenda().plan());
            return self.say(&plan);
        }
        match Agenda::parse(text, self.catalogue, self.recording.session().mode()) {
            Ok(agenda) => {
                if self.act(vec![Fact::AgendaChanged { agenda }])? {
                    self.prompt()
                } else {
                    Ok(())
                }
            }
            Err(error) => self.say(&error.to_string()),
        }
    }

    fn pause(&mut self) -> Result<()> {
        let running = self.recording.session().clock(0).running;
        let (fact, says) =
            if running { (Fact::ClockPaused, "The clocks stand.") } else { (Fact::ClockRan, "The clocks run.") };
        if self.act(vec![fact])? { self.say(says) } else { Ok(()) }
    }

    fn switch_private(&mut self) -> Result<()> {
        match Confidence::switched(self.recording.session()) {
            Some(next) => {
                if self.act(vec![next.fact()])? {
                    self.say(next.says())
                } else {
                    Ok(())
                }
            }
            None => self.say(Confidence::FROM_THE_BEGINNING),
        }
    }

    fn steps(&mut self) -> Result<()> {
        let stops = self.recording.agenda().stops().to_vec();
        for (number, stop) in (1..).zip(&stops) {
            let title = self
                .catalogue
                .step(&stop.step, self.recording.session().mode())
                .map_or("", |(_, step)| step.title.as_str());
            self.say(&format!("{number} {title}"))?;
        }
        Ok(())
    }

    fn take_back(&mut self, target: Option<u64>, again: bool) -> Result<()> {
        let Some(seq) = target else { return self.say("There is nothing left.") };
        let said = self.recording.session().events().iter().find(|event| event.seq == seq);
        let said = said.and_then(|event| event.said.clone()).unwrap_or_else(|| "the last change".to_owned());
        let (fact, words) =
            if again { (Fact::Restored { seq }, "It stands again") } else { (Fact::Retracted { seq }, "Taken back") };
        if self.act(vec![fact])? { self.say(&format!("{words}: {said}")) } else { Ok(()) }
    }

    fn take_offer(&mut self) -> Result<()> {
        let Some(offer) = self.offer.take() else { return self.say("Nothing is offered.") };
        if offer.replaces
            && let Some(seq) = self.recording.session().undo_target()
            && !self.act(vec![Fact::Retracted { seq }])?
        {
            return Ok(());
        }
        offer.lines.iter().try_for_each(|line| {
            self.recording.keep_as_typed(line);
            self.capture(line)
        })
    }

    fn set_speaker(&mut self, tag: &str) -> Result<()> {
        let named = !tag.is_empty() && tag != "none";
        self.speaker = named.then(|| self.recording.seat_of_speaker(tag));
        if !self.keep_names("")? {
            return Ok(());
        }
        let words = if named { "Lines are theirs from now on." } else { "Lines belong to nobody in particular." };
        self.say(words)
    }

    fn map(&mut self, label: &str) -> Result<()> {
        let text = if label.is_empty() {
            crate::export::map_text(&self.recording.ledger().graph(None))
        } else {
            crate::export::around_text(self.recording.ledger(), label)
        };
        self.say(text.trim_end())
    }

    fn say(&mut self, text: &str) -> Result<()> {
        writeln!(self.out, "{}", plain(text))?;
        self.out.flush()?;
        Ok(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stay {
    Here,
    Leave,
}
