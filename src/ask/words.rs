use crate::graph::Causal;

use super::circle::Circle;

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(super) fn amount(less: bool, label: &str) -> String {
    format!("{} {label}", if less { "less" } else { "more" })
}

/// A circle as it is told, back to where it started: "More overtime, less backlog, and less overtime again".
pub(super) fn round(causal: &Causal<'_>, circle: &Circle<'_>) -> String {
    let label = |place: usize| causal.thing(place).map_or("", |thing| thing.label.as_str());
    let mut less = circle.starts_with_less;
    let mut told = Vec::new();
    for step in &circle.steps {
        told.push(amount(less, label(step.from)));
        less ^= step.turns();
    }
    let start = circle.steps.first().map_or("", |step| label(step.from));
    format!("{}, and {} again", told.join(", "), amount(less, start))
}
