//! What a line of free text could be instead.

use super::Recording;
use crate::capture::{Form, Reading};
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::{Event, Exposure, Fact, SessionTime, StepId};

/// The maximum number of readings offered for a line.
const OFFERED: usize = 3;

impl Recording {
    /// Returns the readings that are offered for a line of free text, the likeliest first, at most three.
    ///
    /// The words are read again each time, so that names said since then are known. Empty for a line that is no free
    /// text, was taken back, or was not said before the whole room.
    pub fn offers_for(&self, line: &Event, frame: &AnswerFrame) -> Vec<Reading> {
        let said = line.said.as_deref().filter(|_| is_free_text(line) && self.session.stands(line.seq));
        let Some(said) = said else { return Vec::new() };
        let mut reading = self.read(said, line.speaker.as_deref(), frame, line.at);
        let mut offers = std::mem::take(&mut reading.offers);
        if !matches!(reading.form, Form::Text | Form::Thing) {
            // A transcript is saved as text, whatever its lines say. A name alone is more often a passing word.
            offers.insert(0, reading);
        }
        if !self.is_last_line(line) {
            offers.retain(|offer| holds_later(offer, said));
        }
        offers.retain(|offer| !offer.facts.is_empty());
        offers.truncate(OFFERED);
        offers
    }

    /// Returns the event that records an offered reading in place of a line: one event with the words of the line, so
    /// that undo brings the line back as text.
    pub fn reread(&self, line: &Event, offered: &Reading, at: SessionTime) -> Event {
        let speaker = offered.speaker.clone().or_else(|| line.speaker.clone());
        self.in_place_of(line, speaker, line.said.clone(), offered.facts.clone(), at)
    }

    /// Returns how a line of this step is read, with everything that is known now.
    pub fn frame_in(&self, step: &StepId, catalogue: &Catalogue) -> AnswerFrame {
        let mut there = self.clone();
        if self.step() != Some(step) {
            let at = self.session.events().last().map_or(SessionTime::OPENING, |last| last.at);
            let entered = self.keyed(vec![Fact::StepEntered { step: step.clone(), planned: 0 }], at);
            there.apply(entered, catalogue);
        }
        there.asked(catalogue).frame
    }

    fn is_last_line(&self, line: &Event) -> bool {
        self.session.live().rfind(|event| event.is_line()).is_some_and(|last| last.seq == line.seq)
    }
}

/// Whether an event is a line that was said before the whole room and stayed free text.
pub(in crate::app) fn is_free_text(event: &Event) -> bool {
    event.is_line() && event.exposure == Exposure::Room && matches!(event.facts.as_slice(), [Fact::Answered { .. }])
}

/// Whether a reading still means the same when other lines came between. A position, a count or a word alone is about
/// the line before it.
fn holds_later(offer: &Reading, said: &str) -> bool {
    let about_the_line_before = matches!(
        offer.form,
        Form::Stance | Form::Vote | Form::Rank | Form::Rate | Form::Settle | Form::Undo | Form::Redo
    );
    let nothing = matches!(offer.form, Form::Blank | Form::Text | Form::Scrap);
    !about_the_line_before && !nothing && said.split_whitespace().nth(1).is_some()
}
