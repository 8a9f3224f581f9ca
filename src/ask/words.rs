use crate::graph::Causal;
use crate::lens::LoopStory;

/// Returns "more" or "less" with a label, as "less Handle time". A phrase without a verb fits labels in the singular
/// and in the plural.
pub(super) fn amount(less: bool, label: &str) -> String {
    format!("{} {label}", if less { "less" } else { "more" })
}

/// Says a loop in words, back to its start: "More overtime, less backlog, and less overtime again".
pub(super) fn lap_in_words(causal: &Causal<'_>, story: &LoopStory<'_>) -> String {
    let label = |place: usize| causal.thing(place).map_or("", |thing| thing.label.as_str());
    let mut less = story.starts_with_less;
    let mut told = Vec::new();
    for step in &story.steps {
        told.push(amount(less, label(step.from)));
        less ^= step.turns();
    }
    let start = label(story.start());
    format!("{}, and {} again", told.join(", "), amount(less, start))
}
