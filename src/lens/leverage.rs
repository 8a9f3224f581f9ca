//! L10, leverage points: places where a small change would have a large effect.
//!
//! Every kind of thing has one of Meadows's levels: how deep a change to it goes, from a number (level 12, shallow) to
//! a shared belief (level 2, deep). Stepping outside the frame (level 1) cannot be computed and is only asked about.
//! The reach of a thing is the sum of its impacts on all factors of which more or less is wanted. Severity: depth times
//! reach, divided by the largest reach. Arrows (by the reach of their end), forums (by the heat between the units that
//! meet in them) and purposes (by the reach of the initiatives that aim at them) are listed beside things. How easy the
//! room finds a change is never a factor: the deep changes are the hard ones, and that has to stay visible.
//!
//! Source: Meadows (1999). Traps: a thing may reach far only because much was said about it; the place may be right and
//! the direction wrong; a ranking may be taken for an agenda.

mod arrow;
mod forum;
mod listing;
mod place;
mod purpose;
mod touched;

use super::{Field, FindingDraft, Lens, Lesson, Narration, Pattern, Reaches, Treatment};

impl Lens {
    /// L10, leverage points.
    pub const LEVERAGE: &'static Self = &Self { number: 10, name: "leverage", read, treats };
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
