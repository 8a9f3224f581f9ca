use crate::graph::{Path, PathStep};
use crate::record::Basis;
use crate::record::spoken::{about, in_words, listed};

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

/// Describes a change of a thing without a verb, since a label may be singular or plural: "less Handle time".
pub(super) fn amount(field: &Field<'_>, less: bool, place: usize) -> String {
    format!("{} {}", if less { "less" } else { "more" }, field.label_at(place))
}

/// Describes the arrow with the lowest confidence: "Repeat calls to Retention rate, a guess".
pub(super) fn weakest(field: &Field<'_>, step: PathStep<'_>) -> String {
    let basis = match step.arrow.basis {
        Basis::Guess => "a guess",
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

/// Describes a number of things: "one effect", "two effects".
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", in_words(number), if number == 1 { one } else { many })
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
