//! A line that is only offered: it stays text, whatever it says.

use crate::capture::{Form, Reading};
use crate::record::Fact;

/// The maximum number of readings that are offered for a line.
pub(super) const OFFERED: usize = 3;

/// Returns what a line says beyond text: its reading, or those that are offered for it. A name alone is more often a
/// passing word, and an undo is about the line before.
pub(super) fn readings(reading: Reading) -> Vec<Reading> {
    match reading.form {
        Form::Text => reading.offers,
        Form::Blank | Form::Scrap | Form::Thing | Form::Undo | Form::Redo => Vec::new(),
        _ => {
            let mut whole = reading;
            let others = std::mem::take(&mut whole.offers);
            std::iter::once(whole).chain(others).collect()
        }
    }
}

/// Returns the text that a line is, without what it says.
pub(super) fn as_text(reading: &Reading) -> Reading {
    let facts = vec![Fact::Answered { text: reading.said.clone() }];
    let (mentions, amber, offers) = (Vec::new(), reading.amber.clone(), Vec::new());
    Reading { form: Form::Text, facts, mentions, amber, offers, why: None, offer: None, ..reading.clone() }
}

/// Returns a reading of which nothing is recorded by itself: the line stays text, and what it says is offered.
#[must_use]
pub fn only_offered(reading: Reading) -> Reading {
    if matches!(reading.form, Form::Text | Form::Blank) || reading.is_of_a_poll() {
        return reading;
    }
    let text = as_text(&reading);
    let said = text.said.clone();
    let offers = readings(reading).into_iter().take(OFFERED);
    Reading { offers: offers.map(|offer| Reading { said: said.clone(), ..offer }).collect(), ..text }
}
