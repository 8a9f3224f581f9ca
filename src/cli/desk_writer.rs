//! Records one line in today's Desk session.

use std::io::Write;

use jiff::Timestamp;

use super::call::Call;
use super::failure::{CommandResult, DONE, Failure};
use super::languages;
use crate::app::Recording;
use crate::capture::{Form, Reading, ReadingOutcome};
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::spoken::counted;
use crate::record::text::plain;
use crate::record::{Event, Fact, SessionTime, own_note};
use crate::shell::desk::Desk;

/// Today's Desk session, and the state in whose context a line is read.
pub(super) struct DeskWriter<'a> {
    call: &'a Call,
    desk: Desk,
    /// The session so far.
    pub(super) recording: Recording,
    now: Timestamp,
    /// The fact that sets other languages than the session has, recorded before the line.
    languages: Option<Fact>,
    /// The number of the offered reading to keep.
    take: Option<usize>,
}

impl<'a> DeskWriter<'a> {
    pub(super) fn open(call: &'a Call) -> Result<Self, Failure> {
        let now = Timestamp::now();
        let (desk, open) = Desk::open(&call.workspace()?, now)?;
        Ok(Self {
            call,
            desk,
            recording: Recording::new(open, &Catalogue::embedded()),
            now,
            languages: None,
            take: None,
        })
    }

    /// The same, for a line in these languages; without any, those of the session, and in a session without any those of
    /// the configuration.
    pub(super) fn in_languages(mut self, lang: &[String]) -> Result<Self, Failure> {
        let has_some = lang.is_empty() && !self.recording.session().languages().is_empty();
        let lang = if has_some { Vec::new() } else { self.call.languages(lang) };
        self.languages = languages::set(&lang, &self.call.own_words()?)?;
        Ok(self)
    }

    /// The same, keeping the offered reading with this number.
    pub(super) fn taking(self, take: Option<usize>) -> Self {
        Self { take, ..self }
    }

    /// Returns the reading to keep: the one that was asked for among those that are offered.
    fn taken(&self, reading: Reading) -> Result<Reading, Failure> {
        let Some(number) = self.take else { return Ok(reading) };
        let offers = reading.offers.len();
        let offered = number.checked_sub(1).and_then(|place| reading.offers.into_iter().nth(place));
        offered.ok_or_else(|| {
            Failure::usage(match offers {
                0 => "nothing is offered for this line; leave --take out".to_owned(),
                offers => format!("{} offered for this line, from 1", counted(offers, "reading is", "readings are")),
            })
        })
    }

    /// Returns what is offered for a line that says too little to be kept.
    fn offered(&self, reading: &Reading, at: SessionTime) -> Option<String> {
        let numbered = (1..).zip(&reading.offers);
        let says: Vec<String> =
            numbered.map(|(number, offer)| format!("{number} {}", self.recording.read_back(offer, at))).collect();
        let offered = reading.outcome() == ReadingOutcome::Offered;
        offered
            .then(|| format!("it could be: {} (--take keeps the first, --take=2 the second)", plain(&says.join(" "))))
    }

    /// Sets the languages if the session has others; returns the event to record.
    fn set_languages(&mut self, at: SessionTime) -> Option<Event> {
        let is_new = |fact: &Fact| !matches!(fact, Fact::LanguagesSet { languages } if *languages == self.recording.session().languages());
        let event = self.recording.keyed(vec![self.languages.clone().filter(is_new)?], at);
        self.recording.apply(event.clone(), &Catalogue::embedded());
        Some(event)
    }

    /// Records a line and prints how it was read. A line is not recorded if it cannot be read, or if `refuses` returns
    /// a reason against it.
    pub(super) fn keep(mut self, line: &str, refuses: impl Fn(&Reading) -> Option<String>) -> CommandResult {
        if own_note(line).is_some() {
            return Err(Failure::usage(
                "a note for yourself belongs to a session: type it there, and adjacent notes lists it; nothing was kept",
            ));
        }
        let at = self.recording.at(self.now);
        let languages = self.set_languages(at);
        self.recording.seat_newcomer(line);
        let reading = self.recording.read(line, None, &AnswerFrame::default(), at);
        let reading = self.taken(reading)?;
        let offered = self.offered(&reading, at);
        let wrong = match reading.form {
            Form::Blank => return Err(Failure::usage("the line is empty")),
            Form::Scrap => reading.why.clone().or_else(|| Some("it cannot be read".to_owned())),
            _ if offered.is_some() => offered,
            _ => refuses(&reading),
        };
        if let Some(wrong) = wrong {
            return Err(Failure::found(format!("nothing was kept of {:?}: {wrong}", reading.said)));
        }
        if let Some(open) = self.desk.take_turn()? {
            self.recording = Recording::new(open, &Catalogue::embedded());
            return self.keep(line, refuses);
        }
        let says = self.recording.read_back(&reading, at);
        if let Some(languages) = languages {
            self.desk.keep(&languages, None)?;
        }
        self.desk.keep(&self.recording.spoken(&reading, at), self.recording.names_to_keep())?;
        let mut out = self.call.out();
        writeln!(out, "{}", plain(&says))?;
        for amber in &reading.amber {
            writeln!(out, "  look: {}", plain(&amber.why))?;
        }
        DONE
    }
}
