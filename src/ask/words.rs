use crate::graph::Causal;
use crate::lens::LoopStory;

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(super) fn amount(less: bool, label: &str) -> String {
    format!("{} {label}", if less { "less" } else { "more" })
}

/// A loop in words, back to where it started: "More overtime, less backlog, and less overtime again".
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
