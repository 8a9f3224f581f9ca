use crate::graph::Causal;

use super::effect_loop::EffectLoop;

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(super) fn amount(less: bool, label: &str) -> String {
    format!("{} {label}", if less { "less" } else { "more" })
}

/// A loop in words, back to where it started: "More overtime, less backlog, and less overtime again".
pub(super) fn lap_in_words(causal: &Causal<'_>, effect_loop: &EffectLoop<'_>) -> String {
    let label = |place: usize| causal.thing(place).map_or("", |thing| thing.label.as_str());
    let mut less = effect_loop.starts_with_less;
    let mut told = Vec::new();
    for step in &effect_loop.steps {
        told.push(amount(less, label(step.from)));
        less ^= step.turns();
    }
    let start = effect_loop.steps.first().map_or("", |step| label(step.from));
    format!("{}, and {} again", told.join(", "), amount(less, start))
}
