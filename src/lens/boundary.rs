//! L8, boundary hot-spot: many effects or dependencies cross between two units that no forum joins.
//!
//! A crossing is an effect, a supply or a need between two things of different units, either by one arrow or by two
//! through a thing that belongs to no unit. A crossing is left out if a named person looks after one of its arrows. The
//! heat of a crossing is its impact, more if it shows after a month or later, and more if not both sides have told of
//! it. With the sum of the heat of all crossings between two units, severity is 100 * (1 - exp(-heat / 1.5)), so that
//! the first crossings count most. Two units that one forum covers are left out.
//!
//! A pile-up is a pattern of its own: initiatives that begin within six weeks and affect one party.
//!
//! Source: Sosa, Eppinger and Rowles (2004) on interfaces that nobody attends to. Traps: units may be too coarse or too
//! fine; one platform that many need makes much heat, which is why effects and dependencies are counted apart; a forum
//! may exist on paper only.

mod pile_up;

use std::collections::BTreeMap;

use crate::graph::{Crossing, Key};
use crate::record::Relation;

use super::field::Field;
use super::heat::heat;
use super::thresholds::BOUNDARY_HEAT;
use super::{Band, FindingDraft, Lens, Lesson, Narration, Pattern, Treatment};
use crate::record::english::{Agreement, counted_in_words, in_words, there_are};

impl Lens {
    /// L8, boundary hot-spot.
    pub const BOUNDARY: &'static Self = &Self { number: 8, name: "boundary", read, treats };
}

const LESSON: Lesson = Lesson {
    called: "A boundary hot-spot: what crosses between two groups has no place where they talk about it.",
    source: "Manuel Sosa, Steven Eppinger and Craig Rowles (2004) studied interfaces that teams do not attend to.",
    matters: "What falls between two groups is nobody's to notice, and goes wrong first when one of them changes.",
};

const PILE_UP: Lesson = Lesson {
    called: "A pile-up: changes that were planned apart land on the same people at the same time.",
    source: "Eric Abrahamson (2004) described what too much change at once does to people, and called it initiative overload.",
    matters: "Each plan looks fine by itself; only whoever is hit by all of them sees the sum.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    let lesson = if pattern == Some(Pattern::PileUp) { PILE_UP } else { LESSON };
    Treatment::of(lesson).narrated(Narration::From(Band::Talk))
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut between: BTreeMap<(&Key, &Key), Vec<&Crossing<'_>>> = BTreeMap::new();
    for crossing in field.crossings.iter().filter(|crossing| !crossing.is_owned()) {
        if let Some(units) = crossing.units() {
            between.entry(units).or_default().push(crossing);
        }
    }
    between.retain(|(one, other), _| !field.bridges.join([*one, *other]));
    let hot = between.into_iter().map(|((one, other), crossings)| finding(field, [one, other], &crossings));
    hot.chain(pile_up::read(field)).collect()
}

fn finding(field: &Field<'_>, units: [&Key; 2], crossings: &[&Crossing<'_>]) -> FindingDraft {
    let total: f64 = crossings.iter().map(|crossing| heat(crossing)).sum();
    let severity = 100.0 * (1.0 - (-total / BOUNDARY_HEAT).exp());
    let [one, other] = units.map(|unit| field.label(unit));
    let says = format!(
        "{} between {one} and {other}, {}; nobody here has named where the two meet.",
        what_crosses(crossings),
        told_from(crossings)
    );
    let hotter = |hottest, crossing| if heat(crossing) > heat(hottest) { crossing } else { hottest };
    let hottest = crossings.iter().copied().reduce(hotter);
    let ask = hottest.map(|crossing| how_do_they_hear(field, crossing)).unwrap_or_default();
    FindingDraft::new(units, severity, says, ask).on(crossings.iter().flat_map(|crossing| crossing.links()))
}

/// Counts the effects and dependencies: "There are two effects and one dependency".
fn what_crosses(crossings: &[&Crossing<'_>]) -> String {
    let is_effect = |crossing: &&&Crossing<'_>| crossing.arrows.iter().any(|arrow| arrow.relation == Relation::Affects);
    let effects = crossings.iter().filter(is_effect).count();
    let others = crossings.len() - effects;
    let dependency = counted_in_words(others, "dependency", "dependencies");
    match (effects, others) {
        (_, 0) => there_are(effects, "effect", "effects"),
        (0, _) => there_are(others, "dependency", "dependencies"),
        _ => format!("{} and {dependency}", there_are(effects, "effect", "effects")),
    }
}

/// Says from which sides they were told: "two of them told from one side only so far".
fn told_from(crossings: &[&Crossing<'_>]) -> String {
    let one_sided = crossings.iter().filter(|crossing| !crossing.both_sides()).count();
    match (one_sided, crossings.len()) {
        (0, _) => "told from both sides".to_owned(),
        (1, 1) => "told from one side only so far".to_owned(),
        (2, 2) => "both told from one side only so far".to_owned(),
        (some, all) if some == all => "all told from one side only so far".to_owned(),
        (some, _) => format!("{} of them told from one side only so far", in_words(some)),
    }
}

/// Returns the question how the other unit hears of a change at the start of the crossing. For a need, the change is
/// asked about where the needed thing is supplied.
fn how_do_they_hear(field: &Field<'_>, crossing: &Crossing<'_>) -> String {
    let needed = crossing.arrows.first().is_some_and(|arrow| arrow.relation == Relation::Needs);
    let (changed, other) = if needed { (crossing.to, crossing.from) } else { (crossing.from, crossing.to) };
    let unit = |thing| field.unit_label(thing).unwrap_or_default();
    let (teller, hearer) = (unit(changed), unit(other));
    let subject = Agreement::of_people(teller).with(teller, "changes");
    let what = if changed.unit.as_ref() == Some(&changed.key) { "something" } else { &changed.label };
    format!("When {subject} {what}, how {} {hearer} hear, and how soon?", Agreement::of_people(hearer).verb("does"))
}
