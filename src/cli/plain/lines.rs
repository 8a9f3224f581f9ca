//! What was said as a numbered list, and what can be done with any line of it.

use std::io::Write;

use anyhow::Result;
use jiff::Timestamp;

use super::session::PlainSession;
use crate::capture::Reading;
use crate::record::lexicon::Keyword;
use crate::record::spoken::TAKEN_BACK;
use crate::record::{Event, Fact, Mode};

/// What is answered where a number is no line.
const NO_LINE: &str = "There is no line with that number; /said lists them.";

impl<W: Write> PlainSession<'_, W> {
    /// Lists the lines that hold these words, with their numbers; without words, every line.
    pub(super) fn list_lines(&mut self, words: &str) -> Result<()> {
        let words = words.to_lowercase();
        let rows: Vec<String> = self.numbered().map(|(number, line)| self.row(number, line)).collect();
        let found: Vec<&String> = rows.iter().filter(|row| row.to_lowercase().contains(&words)).collect();
        if found.is_empty() {
            return self.say(if words.is_empty() { "Nothing was said yet." } else { "No line says that." });
        }
        found.into_iter().try_for_each(|row| self.say(row))
    }

    /// Puts other words in the place of a line; `||` between them splits it.
    pub(super) fn fix(&mut self, typed: &str) -> Result<()> {
        let Some((seq, words)) = self.line_and_rest(typed) else { return self.say(NO_LINE) };
        if words.is_empty() {
            return self.say("The new words come behind the number: /fix 3 bot -> more calls.");
        }
        self.recording.seat_newcomer(words);
        if !self.keep_names(words)? {
            return Ok(());
        }
        let Some(context) = self.recording.context_of(seq, self.catalogue) else { return self.say(NO_LINE) };
        let reading = context.read(words, context.line.speaker.as_deref(), self.catalogue);
        self.put_in_place(seq, &reading, words)
    }

    /// Splits a line where `||` stands in its words.
    pub(super) fn split(&mut self, typed: &str) -> Result<()> {
        if typed.contains("||") {
            self.fix(typed)
        } else {
            self.say("Put || between its parts: /split 3 first || second.")
        }
    }

    /// Takes a line back, or brings it back.
    pub(super) fn switch_line(&mut self, typed: &str) -> Result<()> {
        let Some((seq, _)) = self.line_and_rest(typed) else { return self.say(NO_LINE) };
        let session = self.recording.session();
        let (version, stands) = (session.version(seq), session.stands(seq));
        let (fact, says) = if stands {
            (Fact::Retracted { seq: version }, "Taken back.")
        } else {
            (Fact::Restored { seq: version }, "It stands again.")
        };
        if self.act(vec![fact])? { self.say(says) } else { Ok(()) }
    }

    /// Says who really said a line; nobody in particular without a tag.
    pub(super) fn who_said(&mut self, typed: &str) -> Result<()> {
        let Some((seq, tag)) = self.line_and_rest(typed) else { return self.say(NO_LINE) };
        let seat = (!tag.is_empty() && tag != "none").then(|| self.recording.seat_of_speaker(tag));
        if !self.keep_names("")? {
            return Ok(());
        }
        let at = self.recording.at(Timestamp::now());
        let Some(event) = self.recording.said_by(seq, seat.as_ref(), at, self.catalogue) else {
            return self.say(NO_LINE);
        };
        if self.save(event, "")? { self.say("That line is theirs now.") } else { Ok(()) }
    }

    /// Reads a line as something else: parked, a question, a promise, or a note.
    pub(super) fn read_as(&mut self, typed: &str) -> Result<()> {
        let Some((seq, kind)) = self.line_and_rest(typed) else { return self.say(NO_LINE) };
        let Some(context) = self.recording.context_of(seq, self.catalogue) else { return self.say(NO_LINE) };
        let said = context.line.said.clone().unwrap_or_default();
        let words = match kind {
            "parked" => format!("{} {said}", Keyword::Park.as_ref()),
            "question" => format!("? {said}"),
            "promise" => format!("{} {said}", Keyword::Do.as_ref()),
            "note" => return self.put_in_place(seq, &context.as_note(), &said),
            _ => return self.say("Say as what: /line-kind 3 parked, question, promise or note."),
        };
        let reading = context.read(&words, context.line.speaker.as_deref(), self.catalogue);
        self.put_in_place(seq, &reading, &words)
    }

    /// Lists what stood in the place of a line before, the oldest words first.
    pub(super) fn versions(&mut self, typed: &str) -> Result<()> {
        let Some((seq, _)) = self.line_and_rest(typed) else { return self.say(NO_LINE) };
        let versions = self.recording.session().versions(seq).filter(|event| !event.is_struck());
        let told: Vec<String> = versions.filter_map(|event| self.told(event)).collect();
        if told.len() < 2 {
            return self.say("That line stands as it was typed.");
        }
        told.iter().try_for_each(|version| self.say(&format!("  {version}")))
    }

    /// Removes the text of a line for good, once that was confirmed.
    pub(super) fn strike_line(&mut self, typed: &str) -> Result<()> {
        let Some((seq, sure)) = self.line_and_rest(typed) else { return self.say(NO_LINE) };
        let copies = self.recording.session().copies_of(seq);
        if copies.is_empty() {
            return self.say("That line holds nothing that could be removed.");
        }
        if sure != "yes" {
            let number = typed.split_whitespace().next().unwrap_or_default();
            return self.say(&format!("There is no way back; /strike {number} yes removes its text for good."));
        }
        let orders = copies.into_iter().map(|seq| Fact::StrikeOrdered { seq }).collect();
        if self.act(orders)? { self.strike() } else { Ok(()) }
    }

    /// Records a reading in the place of a line, and prints how it was read.
    fn put_in_place(&mut self, seq: u64, reading: &Reading, words: &str) -> Result<()> {
        if let Some(why) = &reading.why {
            return self.say(&format!("Nothing was changed: {why}"));
        }
        let at = self.recording.at(Timestamp::now());
        let Some(event) = self.recording.corrected(seq, reading, at) else { return self.say(NO_LINE) };
        let sentence = self.sentence(reading, at);
        if self.save(event, words)? { self.say(&format!("In its place: {sentence}")) } else { Ok(()) }
    }

    /// Returns the event of the line whose number begins the typed words, and the rest of them; for no words, the event of
    /// the last line.
    fn line_and_rest<'t>(&self, typed: &'t str) -> Option<(u64, &'t str)> {
        if typed.is_empty() {
            return self.numbered().filter(|(_, line)| line.is_line()).last().map(|(_, line)| (line.seq, ""));
        }
        let (number, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        let number: usize = number.parse().ok()?;
        let (_, line) = self.numbered().find(|(known, line)| *known == number && line.is_line())?;
        Some((line.seq, rest.trim()))
    }

    /// Returns the typed lines with their numbers, from 1. A line whose text was removed keeps its number.
    fn numbered(&self) -> impl Iterator<Item = (usize, &Event)> {
        let session = self.recording.session();
        let own = |event: &&Event| session.line_of(event.seq) == event.seq;
        (1..).zip(session.events().iter().filter(|event| event.is_line() || event.is_struck()).filter(own))
    }

    fn row(&self, number: usize, line: &Event) -> String {
        let back = if self.recording.session().stands(line.seq) { "" } else { TAKEN_BACK };
        let told = if line.is_struck() { None } else { self.told(line) };
        format!("{number:>4}  {back}{}", told.unwrap_or_else(|| "(removed)".to_owned()))
    }

    /// Returns a line as it was read. It names units and no people where several were there, because the output may be
    /// piped anywhere.
    fn told(&self, line: &Event) -> Option<String> {
        match self.recording.session().mode() {
            Mode::Live => self.recording.retell_in_public(line),
            Mode::Solo => self.recording.retell(line),
        }
    }
}
