//! A capitalised word before a colon that may name somebody who is not listed.

use super::mark::SpeakerMark;
use crate::capture::lexicon::Sense;
use crate::capture::{Context, Form, Reading};
use crate::record::Fact;

/// Returns the reading of a line whose first word may be the name of a newcomer: the line stays text, and what stands
/// behind the colon is offered, before the whole line as it would be read otherwise. `read` reads a line.
pub(in crate::capture) fn as_a_newcomer(
    whole: Reading,
    context: &Context<'_>,
    read: impl Fn(&str) -> Reading,
) -> Reading {
    let mark = SpeakerMark::of(&whole.said).filter(|mark| !mark.tagged && may_be_a_newcomer(mark.name, context));
    let Some(mark) = mark else { return whole };
    let behind = readings(read(mark.said));
    if behind.is_empty() {
        return whole;
    }
    let because = vec![format!("“{}” may be somebody who is not listed", mark.name)];
    let said = whole.said.clone();
    let facts = vec![Fact::Answered { text: said.clone() }];
    let line = Reading { form: Form::Text, facts, because, ..text(&whole) };
    let offers = behind.into_iter().chain(readings(whole)).take(OFFERED);
    Reading { offers: offers.map(|offer| Reading { said: said.clone(), ..offer }).collect(), ..line }
}

/// The maximum number of readings that are offered for a line.
const OFFERED: usize = 3;

/// Returns what a line says beyond text: its reading, or those that are offered for it.
fn readings(reading: Reading) -> Vec<Reading> {
    match reading.form {
        Form::Text => reading.offers,
        Form::Blank | Form::Scrap | Form::Thing | Form::Undo | Form::Redo => Vec::new(),
        _ => vec![reading],
    }
}

/// Returns a reading without what it says.
fn text(whole: &Reading) -> Reading {
    let (mentions, amber, offers) = (Vec::new(), Vec::new(), Vec::new());
    Reading { mentions, amber, offers, why: None, offer: None, ..whole.clone() }
}

/// Whether a text is one capitalised word that is neither a known thing nor a word that labels a line.
fn may_be_a_newcomer(name: &str, context: &Context<'_>) -> bool {
    let is_one = name.chars().count() > 1 && name.chars().all(|c| c.is_alphabetic() || "'’-".contains(c));
    is_one && name.starts_with(char::is_uppercase) && context.ledger.thing(name).is_none() && !is_label(name, context)
}

fn is_label(name: &str, context: &Context<'_>) -> bool {
    let word = name.to_lowercase();
    context.lexicon.languages().iter().flat_map(|language| language.beginning(&word)).any(|phrase| {
        let whole = phrase.words.len() == 1 && phrase.behind.is_none();
        whole && !matches!(phrase.sense, Sense::Finite | Sense::BareVerb | Sense::Verb(_))
    })
}
