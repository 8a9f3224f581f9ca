//! Prints how a line was read, in words or as JSON.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::app::Recording;
use crate::capture::{Reading, ReadingReport, ReportTerms};
use crate::record::text::{harmless_json, plain};
use crate::record::{ListedName, SeatTag, SessionTime};

/// The width of the first column: the outcome of a line.
const OUTCOME: usize = 9;

/// A line that was read, ready to be printed.
pub(super) struct HeardLine {
    /// How it was read; `None` for a private note, which becomes no event.
    pub(super) reading: Option<Reading>,
    report: Option<ReadingReport>,
}

/// The terms of a report on one line.
struct Terms<'a> {
    line: &'a str,
    recording: &'a Recording,
    explains: bool,
}

impl ReportTerms for Terms<'_> {
    fn says(&self, reading: &Reading) -> String {
        self.recording.read_back(reading, SessionTime::OPENING)
    }

    fn called(&self, who: &str) -> String {
        let names = self.recording.names();
        let typed = names.typed_for(who);
        let Some(listed) = names.of(who).map(ListedName::new) else { return typed.to_owned() };
        let written = [listed.called(), listed.first(), typed].into_iter().find(|name| has_word(self.line, name));
        written.unwrap_or_else(|| listed.first()).to_owned()
    }

    fn typed(&self, seat: &SeatTag) -> SeatTag {
        self.recording.names().typed_for(seat).into()
    }

    fn day(&self) -> Date {
        self.recording.session().day()
    }

    fn explains(&self) -> bool {
        self.explains
    }
}

/// Whether a line has these words, in whatever case.
fn has_word(line: &str, words: &str) -> bool {
    let (line, words) = (line.to_lowercase(), words.to_lowercase());
    let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    !words.is_empty()
        && line.match_indices(&words).any(|(at, _)| {
            let behind = line.get(at + words.len()..).and_then(|rest| rest.chars().next());
            ends(line.get(..at).and_then(|before| before.chars().next_back())) && ends(behind)
        })
}

/// Puts the names of the line back into a text in which units stand for them: whoever typed the line knows them.
fn with_names(text: String, line: &str, recording: &Recording) -> String {
    let named = recording.persons().named_in(line).into_iter();
    let written = named.filter_map(|named| Some((line.get(named.at)?, named.instead)));
    written.filter(|(_, unit)| !has_word(line, unit)).fold(text, |text, (name, unit)| text.replacen(&unit, name, 1))
}

impl HeardLine {
    /// A reading of a line; `explains` adds the reasons for it.
    pub(super) fn of(reading: Reading, line: &str, recording: &Recording, explains: bool) -> Self {
        let mut report = ReadingReport::of(&reading, &Terms { line, recording, explains });
        for said in std::iter::once(&mut report.text).chain(report.offers.iter_mut().map(|offer| &mut offer.text)) {
            *said = said.take().map(|text| with_names(text, line, recording));
        }
        Self { reading: Some(reading), report: Some(report) }
    }

    /// A private note. It becomes no event, so it is not in the JSON output either.
    pub(super) const fn own() -> Self {
        Self { reading: None, report: None }
    }

    /// The JSON object of the line, with its end; empty for a private note.
    pub(super) fn as_json(&self) -> serde_json::Result<String> {
        let Some(report) = &self.report else { return Ok(String::new()) };
        Ok(format!("{}\n", harmless_json(&serde_json::to_string(report)?)))
    }

    /// The outcome and the sentence that is read back, with the doubts, the offers and the reasons below.
    pub(super) fn in_words(&self) -> String {
        let (Some(reading), Some(report)) = (&self.reading, &self.report) else {
            return format!("{:<OUTCOME$} for you alone, beside the record\n", "note");
        };
        let mut told = String::new();
        let mut tell = |first: &str, says: &str| {
            let _ = writeln!(told, "{first:<OUTCOME$} {}", plain(says));
        };
        tell(reading.outcome().name(), &report.says);
        reading.amber.iter().for_each(|amber| tell("", &format!("look: {}", amber.why)));
        for (number, offered) in (1..).zip(&report.offers) {
            tell("", &format!("{number} {}", offered.says));
        }
        let reasons = std::iter::once(report).chain(&report.offers).filter_map(|report| report.because.as_ref());
        reasons.flatten().for_each(|because| tell("", &format!("why: {because}")));
        told
    }
}
