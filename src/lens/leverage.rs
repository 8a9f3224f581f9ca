//! L10, leverage points: where a small change would reach far.
//!
//! Every kind of thing has a level of how deep a change to it goes, from a number (12) to a shared belief (2); stepping
//! outside the frame (1) is never worked out, only asked. The reach of a thing is the sum, over the factors that somebody
//! wants to move, of the most that arrives there. Severity is depth times reach, divided by the furthest reach. Arrows (by
//! the reach of their end), forums (by the heat between the units that meet) and purposes (by the reach of what serves
//! them) are listed beside things. How easy the room finds a change is never multiplied in: the deep ones are the hard
//! ones, and that has to stay visible.
//!
//! Source: Meadows (1999). Traps: something reaches far because much was said about it; the place is right and the push
//! goes the wrong way; a ranking taken for a plan.

mod arrow;
mod forum;
mod listing;
mod place;
mod purpose;
mod touched;

use super::{Field, FindingDraft, Lens, Lesson, Narration, Pattern, Reaches, Treatment};

impl Lens {
    /// L10, leverage points.
    pub const LEVERAGE: &'static Self = &Self { number: 10, name: "leverage", read, treats, is_cut: None };
}

fn treats(pattern: Option<Pattern>) -> Treatment {
    let called = match pattern {
        Some(Pattern::Arrow) => "A leverage point between two things: a wait, a brake, or who hears what.",
        Some(Pattern::Forum) => "A leverage point among people: the place that can change how things are set up.",
        Some(Pattern::Purpose) => "A leverage point above the others: what all of it is for.",
        _ => "A leverage point: a place where a small change reaches far.",
    };
    let lesson = Lesson {
        called,
        source: "Donella Meadows put such places into an order in 'Leverage points' (1999).",
        matters: "Most effort goes into numbers, which change little; rules, news and purposes change what follows.",
    };
    Treatment::of(lesson).narrated(Narration::Never)
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let reaches = Reaches::of(&field.causal);
    let mut found = place::findings(field, &reaches);
    found.extend(arrow::findings(field, &reaches));
    found.extend(forum::findings(field, &reaches));
    found.extend(purpose::findings(field, &reaches));
    found
}
