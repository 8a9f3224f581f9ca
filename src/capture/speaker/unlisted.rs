//! A capitalised word before a colon that may name somebody who is not listed.

use super::mark::SpeakerMark;
use super::offered::{OFFERED, as_text, readings};
use crate::capture::lexicon::Sense;
use crate::capture::{Context, Reading};

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
    let line = Reading { because, amber: Vec::new(), ..as_text(&whole) };
    let offers = behind.into_iter().chain(readings(whole)).take(OFFERED);
    Reading { offers: offers.map(|offer| Reading { said: said.clone(), ..offer }).collect(), ..line }
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
        let label = matches!(
            phrase.sense,
            Sense::Label
                | Sense::KindNoun(_)
                | Sense::Quantity
                | Sense::Duration
                | Sense::Wait
                | Sense::PromiseLabel
                | Sense::DecisionLabel
                | Sense::QuestionLabel
                | Sense::Question
                | Sense::VerdictWord(_)
                | Sense::Yes
                | Sense::No
                | Sense::Unsure
                | Sense::Pronoun
                | Sense::Nobody
                | Sense::Talk
                | Sense::Weekday(_)
                | Sense::Month(_)
                | Sense::Until
        );
        whole && label
    })
}
