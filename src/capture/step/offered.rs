//! What is offered for a line that stays text.

use super::line_in_step::{LineInStep, OFFERED};
use crate::capture::grammar::{past, phrase_at, spoken_words};
use crate::capture::lexicon::{Sense, Words};
use crate::capture::reader::{behind_verdict, verdict_within, without_label};
use crate::capture::{Form, Reading};
use crate::record::long_form::LongForm;
use crate::record::{Kind, Verdict};

/// The maximum number of words of a name that a decision is about, where nobody has named it before.
const LONGEST_NAME: usize = 4;

impl LineInStep<'_> {
    /// Adds the promise and the decision that the words of a text hold.
    pub(super) fn with_offers(&self, text: Reading) -> Reading {
        let own = [self.promise_offer(), self.decision_offer()].into_iter().flatten();
        let offers = own.chain(text.offers.iter().cloned()).take(OFFERED).collect();
        Reading { offers, ..text }
    }

    fn promise_offer(&self) -> Option<Reading> {
        if self.asks.promises {
            return None;
        }
        let pledge = self.pledge();
        let text = pledge.promise.text.to_lowercase();
        let approaches = pledge.promise.due.is_some() && self.asks.approaches.iter().any(|verb| text.starts_with(verb));
        let form =
            (pledge.is_sure() || pledge.is_ours() || approaches).then(|| self.step.promised(pledge.promise))??;
        self.offered(&form).filter(|reading| reading.form == Form::Do)
    }

    /// Returns the decision of a sentence such as "we agreed to pause the pilot".
    pub(super) fn decision_offer(&self) -> Option<Reading> {
        let text = without_label(self.said(), self.context.lexicon)?.trim().trim_end_matches('.');
        let verdict = self.verdict_of(text);
        let about = self.decided_on(text)?;
        self.offered(&LongForm::Decided { about, verdict, rest: text.to_owned(), before: None, by: None })
    }

    fn verdict_of(&self, text: &str) -> Verdict {
        verdict_within(self.said(), self.context.lexicon)
            .or_else(|| verdict_within(text, self.context.lexicon))
            .unwrap_or(Verdict::Proceed)
    }

    /// Returns the label of what a decision is about: what the step is about, a known thing of the text, the name behind the
    /// verdict, or the name with which the text begins.
    fn decided_on(&self, text: &str) -> Option<String> {
        let named = self.known_in(text).or_else(|| self.asks.decides_on.clone());
        named.or_else(|| {
            let languages = self.context.lexicon.languages().iter();
            let behind = behind_verdict(text, self.context.lexicon).unwrap_or(text);
            languages.filter_map(|words| leading_name(behind, words)).min_by_key(String::len)
        })
    }

    /// Returns the label of a known thing that the text names: an initiative before anything else.
    fn known_in(&self, text: &str) -> Option<String> {
        let line = spoken_words(text, &Words::default());
        let spans = (0..line.len())
            .flat_map(|from| (from..line.len().min(from + LONGEST_NAME)).rev().map(move |to| (from, to)));
        let known = spans.filter_map(|(from, to)| {
            let label = text.get(line.get(from)?.start..line.get(to)?.end)?;
            self.context.ledger.thing(label)
        });
        let known: Vec<_> = known.collect();
        let initiative = known.iter().find(|thing| thing.kind == Kind::Initiative);
        initiative.or_else(|| known.first()).map(|thing| thing.label.to_owned())
    }
}

/// Returns the name at the beginning of a text, without its article: everything before a word that is in no name.
fn leading_name(text: &str, words: &Words) -> Option<String> {
    let line = spoken_words(text, words);
    let small = |sense| matches!(sense, Sense::Article | Sense::Pronoun | Sense::Preposition);
    let first = past(&line, 0, words, small);
    let ends = |at: usize| {
        let is_end = |sense| {
            matches!(
                sense,
                Sense::Verb(_)
                    | Sense::Finite
                    | Sense::Auxiliary
                    | Sense::Until
                    | Sense::Because
                    | Sense::Preposition
                    | Sense::VerdictWord(_)
                    | Sense::Subordinator
                    | Sense::Adverb
            )
        };
        phrase_at(&line, at, words, is_end).is_some()
    };
    // "Keep the paper form" begins with what is done.
    let first = if ends(first) { past(&line, first + 1, words, small) } else { first };
    let last = (first..line.len().min(first + LONGEST_NAME)).take_while(|at| !ends(*at)).last()?;
    text.get(line.get(first)?.start..line.get(last)?.end).map(str::to_owned)
}
