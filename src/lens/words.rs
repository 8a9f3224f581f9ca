use crate::graph::{Path, PathStep, Thing};
use crate::record::Basis;
use crate::record::english::{self, filled, in_words, listed};
use crate::record::spoken::about;

use super::FindingDraft;
use super::field::Field;

/// Describes a path: "more Bot share of contacts, less First-contact resolution, more Repeat calls".
pub(super) fn via(field: &Field<'_>, path: &Path<'_>) -> String {
    amounts(field, false, &path.steps).join(", ")
}

/// Describes for each thing on these steps whether it becomes more or less, if the first one becomes less (`less`) or
/// more.
pub(super) fn amounts(field: &Field<'_>, mut less: bool, steps: &[PathStep<'_>]) -> Vec<String> {
    let mut words: Vec<String> = steps.first().map(|first| amount(field, less, first.from)).into_iter().collect();
    for step in steps {
        less ^= step.turns();
        words.push(amount(field, less, step.to));
    }
    words
}

/// Describes a change of the thing at a place: "less Handle time".
pub(super) fn amount(field: &Field<'_>, less: bool, place: usize) -> String {
    english::amount(less, field.label_at(place))
}

/// Describes both signs that an arrow could have: "Calls raise or lower Overtime".
pub(super) fn raises_or_lowers(field: &Field<'_>, step: &PathStep<'_>) -> String {
    let agrees = field.causal.thing(step.from).map(Thing::agreement).unwrap_or_default();
    let raises = agrees.with(field.label_at(step.from), "raises");
    format!("{raises} or {} {}", agrees.verb("lowers"), field.label_at(step.to))
}

/// Describes the arrow with the lowest confidence: "Repeat calls to Retention rate, a guess".
pub(super) fn weakest(field: &Field<'_>, step: PathStep<'_>) -> String {
    let basis = match step.arrow.basis {
        Basis::Guess => "a guess",
        Basis::Imported => "imported",
        Basis::Told => "as told",
        Basis::Seen => "as seen",
    };
    let units: Vec<&str> = step.arrow.heard_from.iter().map(|unit| field.label(unit)).collect();
    let whence = if units.is_empty() { String::new() } else { format!(" by {}", listed(&units, "and")) };
    format!("{} to {}, {basis}{whence}", field.label_at(step.from), field.label_at(step.to))
}

/// Describes a delay in days: "at once", "within about a quarter".
pub(super) fn within(days: u32) -> String {
    if days == 0 { "at once".to_owned() } else { format!("within {}", about(days)) }
}

/// Returns a question about things with their labels in it: `{x}` is a label, `{x:needs}` a verb that agrees with it.
pub(super) fn asked(ask: &str, about: &[(&str, &Thing)]) -> String {
    let names: Vec<_> = about.iter().map(|(name, thing)| (*name, thing.label.as_str(), thing.agreement())).collect();
    filled(ask, &names)
}

/// Describes how many arrows of a finding are guesses: "two of the three arrows are guesses".
pub(super) fn guesses(finding: &FindingDraft) -> String {
    match (finding.guesses, finding.arrows.len()) {
        (0, 1) => "its one arrow is no guess".to_owned(),
        (_, 1) => "its one arrow is a guess".to_owned(),
        (0, all) => format!("none of the {} arrows is a guess", in_words(all)),
        (2, 2) => "both arrows are guesses".to_owned(),
        (some, all) if some == all => format!("all {} arrows are guesses", in_words(all)),
        (1, all) => format!("one of the {} arrows is a guess", in_words(all)),
        (some, all) => format!("{} of the {} arrows are guesses", in_words(some), in_words(all)),
    }
}
