//! L14, coverage and silence: where no consequence was named, who has not been heard, and what is missing on the map.
//!
//! A dead end is a factor with at least two causes and no named consequence (module `dead_end`). Severity: 20, and 15 for
//! each cause. If more or less of it is wanted, or somebody means to move it, it is a goal, and a goal is a welcome end:
//! it is asked what moves it most, and it is never one to stop for. A silent party is affected or supplied, no person of its unit is listed, and its unit owns no voice; only what somebody named as a party counts. Severity: 50.
//! Causes and consequences are `affects`, `rewards` and `feeds` of any sign. The lens also lists the three widest gaps
//! (module `gap`): things and arrows that lack what their kind usually has. The width of a gap is the number of missing
//! parts, times one more than the number of arrows that lead to the thing. Of lists it tells the units with the most changes
//! of which nobody has said what they change, live on or are for, or how far along they are (module `unspoken_list`).
//!
//! Source: what nobody mentions is data, as in organisational silence (Argyris 1990, on what cannot be discussed).
//! Trap: completeness becomes a goal. A map is complete enough when the decision is clear, which is why only three gaps
//! are listed.

mod dead_end;
mod gap;
mod slot;
mod unspoken_list;

use std::collections::BTreeSet;

use crate::graph::{Key, Link, Thing};
use crate::record::{Kind, Relation};

use super::thresholds::SILENT_PARTY;
use super::{ArrowsAround, Field, FindingDraft, Lens, Lesson, Narration, Pattern, Treatment};
use crate::record::spoken::in_words;

impl Lens {
    /// L14, coverage and silence.
    pub const SILENCE: &'static Self = &Self { number: 14, name: "silence", read, treats };
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
    let lesson = if pattern.is_some_and(Pattern::is_gap) { UNNAMED } else { SILENT };
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
    let mut found: Vec<FindingDraft> = factors.filter_map(|factor| dead_end::read(&around, factor)).collect();
    found.extend(parties.filter_map(|party| unheard(&around, party)));
    let told: BTreeSet<Vec<Key>> = found.iter().map(|finding| finding.about.clone()).collect();
    let unspoken = unspoken_list::findings(field, &around);
    // What is open of a whole list is said of its units, and not of one row after another.
    found.extend(gap::widest(field, &around, &told, unspoken.is_empty()));
    found.extend(unspoken);
    found
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
