//! A session that is recorded line by line: saves events, and prints the results.

use std::collections::VecDeque;
use std::io::Write;

use anyhow::Result;
use jiff::Timestamp;

use crate::app::Recording;
use crate::capture::Reading;
use crate::exercise::{AgendaFile, Catalogue};
use crate::record::text::plain;
use crate::record::{Event, Fact, Mode, OwnNote, SessionTime};
use crate::store::{SessionFile, StoreError, Workspace};

/// An open session, its file, and its output.
pub(super) struct PlainSession<'a, W> {
    pub(super) recording: Recording,
    pub(super) catalogue: &'a Catalogue,
    /// Whether at least one typed line could not be saved.
    pub(super) unsaved: bool,
    /// The facts that resume the session. They are recorded only before the first act, so that reading a session does
    /// not change it.
    pub(super) resumes: VecDeque<Fact>,
    file: SessionFile,
    /// The workspace, in which private files are saved.
    workspace: Workspace,
    out: W,
}

impl<'a, W: Write> PlainSession<'a, W> {
    pub(super) fn new(
        recording: Recording,
        (file, workspace): (SessionFile, Workspace),
        catalogue: &'a Catalogue,
        out: W,
    ) -> Self {
        Self { recording, catalogue, unsaved: false, resumes: VecDeque::new(), file, workspace, out }
    }

    /// Saves the names of the people, which must be on disk before their lines. On an error, prints it with the line
    /// and returns false.
    pub(super) fn keep_names(&mut self, line: &str) -> Result<bool> {
        let Some(names) = self.recording.names_to_keep().cloned() else { return Ok(true) };
        match self.workspace.keep_names(&self.file.id(), &names) {
            Ok(()) => {
                self.recording.names_saved(&names);
                Ok(true)
            }
            Err(error) => self.not_saved(&error, line).map(|()| false),
        }
    }

    /// Saves a private note. It is not printed, because the output may be piped anywhere.
    pub(super) fn keep_own(&mut self, note: &str, line: &str) -> Result<()> {
        let note = OwnNote { at: self.recording.at(Timestamp::now()), text: note.to_owned() };
        match self.workspace.keep_own_notes(&self.file.id(), &[note]) {
            Ok(_) => self.say("Noted for you alone; adjacent notes lists it."),
            Err(error) => self.not_saved(&error, line),
        }
    }

    /// The sentence that says how a line was read. It names units and no people, because the output may be piped
    /// anywhere.
    pub(super) fn sentence(&self, reading: &Reading, at: SessionTime) -> String {
        match self.recording.session().mode() {
            Mode::Live => self.recording.read_back_in_public(reading, at),
            Mode::Solo => self.recording.read_back(reading, at),
        }
    }

    /// Saves an event. On an error, prints it with the line and returns false.
    pub(super) fn save(&mut self, event: Event, line: &str) -> Result<bool> {
        while let Some(fact) = self.resumes.front() {
            let resumed = self.recording.keyed(vec![fact.clone()], event.at);
            if let Err(error) = self.file.append(&resumed) {
                return self.not_saved(&error, line).map(|()| false);
            }
            self.recording.apply(resumed, self.catalogue);
            self.resumes.pop_front();
        }
        // What takes the place of a line stays in the step of that line.
        let here = self.recording.session().place().map(|place| place.step.clone());
        let step = if event.replaces().is_some() { event.step.clone() } else { here };
        let event = Event { seq: self.recording.session().next_seq(), step, ..event };
        match self.file.append(&event) {
            Ok(()) => {
                let followed_up = self.workspace.appended(&event);
                self.recording.apply(event, self.catalogue);
                followed_up.or_else(|error| self.say(&error.to_string())).map(|()| true)
            }
            Err(error) => self.not_saved(&error, line).map(|()| false),
        }
    }

    /// Records facts that were not typed as a line; returns whether they were saved.
    pub(super) fn act(&mut self, facts: Vec<Fact>) -> Result<bool> {
        let at = self.recording.at(Timestamp::now());
        let event = self.recording.keyed(facts, at);
        self.save(event, "")
    }

    /// Removes for good the texts that were ordered to be removed.
    pub(super) fn strike(&mut self) -> Result<()> {
        match self.workspace.strike(&mut self.file) {
            Ok(_) => self.say("Removed for good. What was exported or copied elsewhere is out of reach."),
            Err(error) => self.not_saved(&error, ""),
        }
    }

    /// Saves the agenda under a title, for another time.
    pub(super) fn save_agenda(&mut self, title: &str) -> Result<()> {
        let agenda = AgendaFile {
            format: AgendaFile::FORMAT,
            title: title.to_owned(),
            mode: self.recording.session().mode(),
            exercises: self.recording.agenda().exercises().to_vec(),
        };
        match self.workspace.keep_agenda(&agenda) {
            Ok(_) => self.say(&format!("Saved as {title}; adjacent plans lists it.")),
            Err(error) => self.not_saved(&error, ""),
        }
    }

    fn not_saved(&mut self, error: &StoreError, line: &str) -> Result<()> {
        self.unsaved = true;
        self.say(&format!("Not saved: {error}"))?;
        if line.is_empty() { Ok(()) } else { self.say(&format!("Your line: {line}")) }
    }

    /// Prints a text of several lines.
    pub(super) fn say_lines(&mut self, text: &str) -> Result<()> {
        text.lines().try_for_each(|line| self.say(line))
    }

    /// Prints a line, without control characters.
    pub(super) fn say(&mut self, text: &str) -> Result<()> {
        writeln!(self.out, "{}", plain(text))?;
        self.out.flush()?;
        Ok(())
    }
}
