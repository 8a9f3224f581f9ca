//! L14, coverage and silence: where no consequence was named, who has not been heard, and what is missing on the map.
//!
//! A dead end is a factor with at least two causes and no named consequence. Severity: 20, and 15 for each cause. A
//! silent party is affected or supplied, no person of its unit is listed, and its unit owns no voice. Severity: 50.
//! Causes and consequences are `affects`, `rewards` and `feeds` of any sign. The lens also lists the three widest gaps
//! (module `gap`): things and arrows that lack what their kind usually has. The width of a gap is the number of missing
//! parts, times one more than the number of arrows that lead to the thing.
//!
//! Source: what nobody mentions is data, as in organisational silence (Argyris 1990, on what cannot be discussed).
//! Trap: completeness becomes a goal. A map is complete enough when the decision is clear, which is why only three gaps
//! are listed.

mod gap;
mod slot;

use std::collections::BTreeSet;

use crate::graph::{Key, Link, Thing};
use crate::record::{Kind, Relation};

use super::thresholds::{DEAD_END, DEAD_END_CAUSE, DEAD_END_CAUSES, SILENT_PARTY};
use super::{ArrowsAround, EFFECTS, Field, FindingDraft, Lens, Lesson, Narration, Pattern, Treatment};
use crate::record::spoken::{capitalised, in_words};

impl Lens {
    /// L14, coverage and silence.
    pub const SILENCE: &'static Self = &Self { number: 14, name: "silence", read, treats, is_cut: None };
}

/// The relations by which a party is reached.
const REACHES: &[Relation] = &[Relation::Affects, Relation::Feeds];

const SILENT: Lesson = Lesson {
    called: "Silence: a place where the talk stopped, or people it touches who were not heard.",
    source: "Chris Argyris (1990) wrote about what organisations do not discuss, and do not discuss not discussing.",
    matters: "What nobody speaks about is not what does not happen; it is what shows up later as a surprise.",
};

const UNNAMED: Lesson = Lesson {
    called: "A gap: something that a thing of its kind usually has is not named yet.",
    source: "Hovmand and others (2011) keep scripts for rooms that ask of everything on a map what leads to it and from it.",
    matters: "Most gaps close with one question; a map need not be complete, it has to be clear enough to decide.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    let lesson = if pattern == Some(Pattern::Gap) { UNNAMED } else { SILENT };
    Treatment::of(lesson).narrated(Narration::Never).once_settled()
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let around = ArrowsAround::of(field.graph);
    let holders = field.links(Relation::Owns).filter(|link| link.to.kind == Kind::Voice);
    let voiced: BTreeSet<&Key> = holders.filter_map(|link| link.from.unit.as_ref()).collect();
    let heard = |unit: &Key| field.graph.is_present(unit) || voiced.contains(unit);
    let silent = |party: &&Thing| party.unit.as_ref().is_some_and(|unit| !heard(unit));
    let factors = field.of_kind(Kind::Factor).map(|(_, factor)| factor);
    let parties = field.of_kind(Kind::Party).map(|(_, party)| party).filter(silent);
    let mut found: Vec<FindingDraft> = factors.filter_map(|factor| dead_end(&around, factor)).collect();
    found.extend(parties.filter_map(|party| unheard(&around, party)));
    let told: BTreeSet<Vec<Key>> = found.iter().map(|finding| finding.about.clone()).collect();
    found.extend(gap::widest(field, &around, &told));
    found
}

/// Returns a dead end: a factor that several things affect and that affects nothing so far.
fn dead_end(around: &ArrowsAround<'_>, factor: &Thing) -> Option<FindingDraft> {
    let causes: Vec<Link<'_>> = around.arrows_into(factor, EFFECTS).collect();
    if !factor.is_read_surely() || causes.len() < DEAD_END_CAUSES || around.arrows_out(factor, EFFECTS).next().is_some()
    {
        return None;
    }
    let (t, effects) = (&factor.label, capitalised(&in_words(causes.len())));
    let says = format!("{effects} effects meet in {t}, and nobody here has said what happens then.");
    let ask = format!("And when {}, what happens then, and whose problem does it become?", factor.with("moves"));
    let severity = DEAD_END + DEAD_END_CAUSE * causes.len() as f64;
    Some(FindingDraft::new([&factor.key], severity, says, ask).on(causes))
}

/// Returns a silent party, if an arrow reaches it.
fn unheard(around: &ArrowsAround<'_>, party: &Thing) -> Option<FindingDraft> {
    let reached: Vec<Link<'_>> = around.arrows_into(party, REACHES).collect();
    let things = match reached.len() {
        0 => return None,
        1 => "one thing".to_owned(),
        some => format!("{} things", in_words(some)),
    };
    let p = &party.label;
    let says = format!("{p}: {things} named here so far would be felt there, and nobody has been heard from there.");
    let ask = format!("What would {p} say, sitting there?");
    Some(FindingDraft::new([&party.key], SILENT_PARTY, says, ask).on(reached))
}
