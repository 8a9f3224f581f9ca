//! New words for an earlier line, read where that line stands.

use super::Recording;
use crate::capture::{Form, Reading};
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::parts::{is_split, joined_parts, parts_of};
use crate::record::{Event, Fact};

/// What was known and asked where an earlier line stands: the lines before it as they stand now, its step, and the
/// subject that the talk was at.
#[derive(Clone, Debug)]
pub struct LineContext {
    /// The line as it stands now.
    pub line: Event,
    there: Recording,
    frame: AnswerFrame,
}

impl Recording {
    /// Returns the typed line with this number as it stands now: with its newest words, reading and speaker.
    pub fn line(&self, seq: u64) -> Option<&Event> {
        self.session.event(seq).filter(|event| event.is_line())
    }

    /// Returns the context of an earlier line, by its number; `None` if there is no such line.
    ///
    /// It takes as long as reading the session up to that line.
    pub fn context_of(&self, seq: u64, catalogue: &Catalogue) -> Option<LineContext> {
        let line = self.line(seq)?.clone();
        let there = self.before_line(seq, catalogue)?;
        let frame = there.asked(catalogue).frame;
        Some(LineContext { line, there, frame })
    }
}

impl LineContext {
    /// Returns how a line without grammar of its own is read there.
    pub const fn frame(&self) -> &AnswerFrame {
        &self.frame
    }

    /// Reads words in place of the line's, as said by this seat unless they begin with a tag. Words that are split are
    /// read part by part, each knowing the parts before it. Offered readings are of the whole line.
    pub fn read(&self, words: &str, seat: Option<&str>, catalogue: &Catalogue) -> Reading {
        if !is_split(words) {
            return as_statement(self.there.read(words, seat, &self.frame, self.line.at));
        }
        let mut there = self.there.clone();
        let mut frame = self.frame.clone();
        let mut parts: Vec<Reading> = Vec::new();
        for part in parts_of(words) {
            let speaker = parts.first().map_or(seat, |first| first.speaker.as_deref());
            let reading = as_statement(there.read(part, speaker, &frame, self.line.at));
            let event = there.spoken(&reading, self.line.at);
            there.apply(event, catalogue);
            frame = there.asked(catalogue).frame;
            parts.push(reading);
        }
        let offered = parts.iter().any(|part| !part.offers.is_empty()).then(|| {
            let taken = parts.iter().map(|part| part.offers.first().unwrap_or(part).clone());
            joined(taken.collect())
        });
        let whole = joined(parts).unwrap_or_else(|| self.there.read("", seat, &frame, self.line.at));
        Reading { offers: offered.flatten().into_iter().collect(), ..whole }
    }

    /// Returns the line as a plain note: its words and nothing else.
    pub fn as_note(&self) -> Reading {
        let said = self.line.said.clone().unwrap_or_default();
        let facts = vec![Fact::Answered { text: said.clone() }];
        let blank = self.there.read("", None, &self.frame, self.line.at);
        Reading { speaker: self.line.speaker.clone(), said, form: Form::Text, facts, ..blank }
    }
}

/// Returns a reading that states something: words that would take back or bring back a line are text in this place.
fn as_statement(reading: Reading) -> Reading {
    if !reading.facts.iter().any(Fact::is_undo_or_redo) {
        return reading;
    }
    let facts = vec![Fact::Answered { text: reading.said.clone() }];
    Reading { form: Form::Text, facts, ..reading }
}

/// Joins the readings of the parts of a split line; `None` if there is none.
fn joined(parts: Vec<Reading>) -> Option<Reading> {
    let said = joined_parts(parts.iter().map(|part| part.said.as_str()));
    let whole = parts.into_iter().reduce(|mut whole, part| {
        whole.facts.extend(part.facts);
        whole.mentions.extend(part.mentions);
        whole.amber.extend(part.amber);
        whole.because.extend(part.because);
        whole.why = whole.why.or(part.why);
        if whole.form == Form::Text {
            whole.form = part.form;
        }
        whole
    })?;
    Some(Reading { said, offer: None, ..whole })
}
