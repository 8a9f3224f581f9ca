//! L14, coverage and silence: where the talk stopped, who has not been heard, and what is not named yet.
//!
//! A dead end is a factor with two causes or more and no consequence named; severity is 20 and 15 for each cause. A
//! silent party is affected or supplied, nobody of its unit is listed, and its unit holds no voice; severity 50. Causes
//! and consequences are `affects`, `rewards` and `feeds` of any sign. Beside them the three widest gaps (`gap`): things and
//! arrows that lack what their kind usually has, by how much is missing times one more than the arrows that lead there.
//!
//! Source: what nobody mentions is data, as in organisational silence (Argyris 1990, on what cannot be discussed). Traps:
//! completeness as a goal, which is why gaps end at three; a map is done when the decision is clear.

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

/// How something reaches a party.
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

/// A factor that several things move, and that moves nothing so far.
fn dead_end(around: &ArrowsAround<'_>, factor: &Thing) -> Option<FindingDraft> {
    let causes: Vec<Link<'_>> = around.arrows_into(factor, EFFECTS).collect();
    if causes.len() < DEAD_END_CAUSES || around.arrows_out(factor, EFFECTS).next().is_some() {
        return None;
    }
    let (t, effects) = (&factor.label, capitalised(&in_words(causes.len())));
    let says = format!("{effects} effects meet in {t}, and nobody here has said what happens then.");
    let ask = format!("And when {t} moves, what happens then, and whose problem does it become?");
    let severity = DEAD_END + DEAD_END_CAUSE * causes.len() as f64;
    Some(FindingDraft::new([&factor.key], severity, says, ask).on(causes))
}

/// A party from which nobody has been heard, if something named here reaches it.
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
