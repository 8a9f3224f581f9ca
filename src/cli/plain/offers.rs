//! The readings that are offered for lines of text: for the last one, and one line after another in a review.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::Result;
use jiff::Timestamp;

use super::session::PlainSession;
use crate::capture::{Reading, ReadingOutcome};
use crate::exercise::AnswerFrame;
use crate::record::{Fact, StepId};

/// The offers that can be taken now.
#[derive(Debug, Default)]
pub(super) struct PlainOffers {
    /// The line, by the number of its event, with the readings that are offered for it.
    line: Option<(u64, Vec<Reading>)>,
    /// The lines of the review, each with its readings; empty outside of a review.
    waiting: Vec<(u64, Vec<Reading>)>,
    /// The index of the next line of the review.
    next: usize,
    /// Why the last line was read so.
    because: Vec<String>,
}

impl PlainOffers {
    /// Takes note of a line that was just saved, which ends a review.
    pub(super) fn heard(&mut self, seq: u64, reading: &Reading) {
        let offers = Some(reading.offers.clone()).filter(|offers| !offers.is_empty());
        let reasons = std::iter::once(reading).chain(&reading.offers);
        let because = reasons.flat_map(|reading| reading.because.clone()).collect();
        *self = Self { line: offers.map(|offers| (seq, offers)), because, ..Self::default() };
    }

    /// Whether a review is under way.
    pub(super) fn is_review(&self) -> bool {
        !self.waiting.is_empty()
    }
}

/// The word before the sentence that is read back for a line: what became of it.
pub(super) fn outcome_in_words(reading: &Reading) -> &'static str {
    match reading.outcome() {
        ReadingOutcome::Recorded => "Recorded. ",
        ReadingOutcome::Offered => "Kept as text, and something is offered. ",
        ReadingOutcome::Text => "Kept as text. ",
    }
}

impl<W: Write> PlainSession<'_, W> {
    /// Prints the readings that are offered, with their numbers.
    pub(super) fn say_offers(&mut self, offers: &[Reading]) -> Result<()> {
        let at = self.recording.at(Timestamp::now());
        for (number, offered) in (1..).zip(offers) {
            let sentence = self.sentence(offered, at);
            let take = if number == 1 { "/take".to_owned() } else { format!("/take {number}") };
            self.say(&format!("  {number} could be: {sentence} ({take})"))?;
        }
        Ok(())
    }

    /// Takes an offered reading by its number; without one, the first.
    pub(super) fn take(&mut self, offers: &mut PlainOffers, number: &str) -> Result<()> {
        let place = if number.is_empty() { Some(1) } else { number.parse::<usize>().ok() };
        let Some((seq, readings)) = offers.line.clone() else {
            return self.say("Nothing is offered for the last line.");
        };
        let Some(reading) = place.and_then(|place| place.checked_sub(1)).and_then(|place| readings.get(place)) else {
            return self.say(&format!("There are {} to take from, from 1.", readings.len()));
        };
        let Some(line) = self.recording.session().events().iter().find(|event| event.seq == seq).cloned() else {
            return Ok(());
        };
        let at = self.recording.at(Timestamp::now());
        let event = self.recording.reread(&line, reading, at);
        let sentence = self.sentence(reading, at);
        if !self.save(event, line.said.as_deref().unwrap_or_default())? {
            return Ok(());
        }
        offers.line = None;
        self.say(&format!("Recorded. {sentence}"))?;
        if offers.is_review() { self.go_on_in_review(offers) } else { Ok(()) }
    }

    /// Begins to walk through all lines that could be more than text.
    pub(super) fn review(&mut self, offers: &mut PlainOffers) -> Result<()> {
        if self.recording.session().collecting().is_some() {
            return self.say("Answers are being collected; what lines could be is looked at when they are shown.");
        }
        let waiting = self.waiting();
        if waiting.is_empty() {
            return self.say("No line waits: nothing is offered for any text.");
        }
        *offers = PlainOffers { waiting, ..PlainOffers::default() };
        self.go_on_in_review(offers)
    }

    /// Prints the next line of the review.
    pub(super) fn go_on_in_review(&mut self, offers: &mut PlainOffers) -> Result<()> {
        let Some((seq, _)) = offers.waiting.get(offers.next).cloned() else {
            *offers = PlainOffers::default();
            return self.say("That was the last line that could be more than text.");
        };
        let (place, all) = (offers.next + 1, offers.waiting.len());
        offers.next += 1;
        // What was taken since the review began may let the line be read better, or may have made it another line.
        let readings = self.offers_now(seq);
        if readings.is_empty() {
            return self.go_on_in_review(offers);
        }
        let line = self.recording.session().events().iter().find(|event| event.seq == seq);
        let said = line.and_then(|line| line.said.clone()).unwrap_or_default();
        let step = line.and_then(|line| line.step.as_ref()).map(|step| format!(" ({step})")).unwrap_or_default();
        self.say(&format!("{place} of {all}{step}: “{said}”"))?;
        self.say_offers(&readings)?;
        offers.because = readings.iter().flat_map(|reading| reading.because.clone()).collect();
        offers.line = Some((seq, readings));
        Ok(())
    }

    /// Leaves the line as text for good.
    pub(super) fn leave_as_text(&mut self, offers: &mut PlainOffers) -> Result<()> {
        let Some((seq, _)) = offers.line.take() else { return self.say("Nothing is offered for the last line.") };
        if self.act(vec![Fact::LeftAsText { seq }])? {
            self.say("It stays text.")?;
        }
        if offers.is_review() { self.go_on_in_review(offers) } else { Ok(()) }
    }

    /// Prints why the last line was read so.
    pub(super) fn why(&mut self, offers: &PlainOffers) -> Result<()> {
        if offers.because.is_empty() {
            return self.say("There is nothing to explain about the last line.");
        }
        offers.because.iter().try_for_each(|because| self.say(&format!("  {because}")))
    }

    /// Returns the lines for which something is offered, in order.
    fn waiting(&self) -> Vec<(u64, Vec<Reading>)> {
        let mut frames = BTreeMap::new();
        let left = self.recording.session().left_as_text();
        let texts = self.recording.session().live().filter(|event| event.said.is_some() && !left.contains(&event.seq));
        let readings = texts.map(|event| {
            let frame = self.frame(event.step.as_ref(), &mut frames);
            (event.seq, self.recording.offers_for(event, &frame))
        });
        readings.filter(|(_, readings)| !readings.is_empty()).collect()
    }

    fn offers_now(&self, seq: u64) -> Vec<Reading> {
        let line = self.recording.session().events().iter().find(|event| event.seq == seq);
        line.map(|line| self.recording.offers_for(line, &self.frame(line.step.as_ref(), &mut BTreeMap::new())))
            .unwrap_or_default()
    }

    /// Returns how lines of a step are read; each step is looked up once.
    fn frame(&self, step: Option<&StepId>, frames: &mut BTreeMap<StepId, AnswerFrame>) -> AnswerFrame {
        let Some(step) = step else { return AnswerFrame::default() };
        frames.entry(step.clone()).or_insert_with(|| self.recording.frame_in(step, self.catalogue)).clone()
    }
}
