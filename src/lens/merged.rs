//! Two findings that say one thing are one: the same question, about the same things, or resting on the same arrows or
//! on a part of them, as the gap of an arrow and the loop that the arrow would close.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Key;
use crate::record::Relation;
use crate::record::english::listed;

use super::{Finding, FurtherReading, Lens, Pattern};

type ArrowSet<'f> = BTreeSet<&'f (Key, Key, Relation)>;

/// Merges findings that say one thing into the first of them, which names the other readings.
pub(super) fn merged(findings: Vec<Finding>) -> Vec<Finding> {
    let mut single: Vec<Finding> = Vec::new();
    let mut asking: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for finding in findings {
        let same = asking.entry(finding.ask.clone()).or_default();
        let known = same.iter().copied().find(|at| single.get(*at).is_some_and(|known| say_one_thing(known, &finding)));
        match known.and_then(|at| single.get_mut(at)) {
            Some(known) => take_in(known, finding),
            None => {
                same.push(single.len());
                single.push(finding);
            }
        }
    }
    for finding in single.iter_mut().filter(|finding| !finding.further.is_empty()) {
        // A gap is a part of what the other reading tells, and no further way to read it.
        let told = finding.readings().filter(|(_, pattern)| !pattern.is_some_and(Pattern::is_gap));
        let names: BTreeSet<String> = told.map(|(lens, pattern)| called(lens, pattern)).collect();
        let names: Vec<String> = names.into_iter().collect();
        if names.len() > 1 {
            finding.says = format!("{} Read in more than one way: {}.", finding.says, listed(&names, "and"));
        }
    }
    single
}

/// Whether two findings that ask the same are about the same things, in any order, or rest on the same arrows; those of two
/// lenses also if the one rests on a part of the arrows of the other. Two patterns of one lens that are told apart by
/// their order, such as two ways round a loop, rest on different arrows.
fn say_one_thing(one: &Finding, other: &Finding) -> bool {
    let things = |finding: &Finding| -> BTreeSet<Key> { finding.about.iter().cloned().collect() };
    let (first, second): (ArrowSet<'_>, ArrowSet<'_>) = (one.arrows.iter().collect(), other.arrows.iter().collect());
    let both = !first.is_empty() && !second.is_empty();
    let is_part = one.lens != other.lens && (first.is_subset(&second) || second.is_subset(&first));
    (both && (first == second || is_part)) || (one.lens != other.lens && things(one) == things(other))
}

fn take_in(known: &mut Finding, other: Finding) {
    known.further.push(FurtherReading { lens: other.lens, pattern: other.pattern, about: other.about });
    let arrows: Vec<_> = other.arrows.into_iter().filter(|arrow| !known.arrows.contains(arrow)).collect();
    if !arrows.is_empty() {
        known.guesses += other.guesses;
        known.imported += other.imported;
        known.arrows.extend(arrows);
        known.evidence.extend(other.evidence);
        known.evidence.sort_by(|one, other| (&one.session, one.seq).cmp(&(&other.session, other.seq)));
        known.evidence.dedup_by(|one, other| (&one.session, one.seq) == (&other.session, other.seq));
    }
}

/// Returns what a reading is called, within a sentence: "a balancing loop".
fn called(lens: &Lens, pattern: Option<Pattern>) -> String {
    let called = (lens.treats)(pattern).lesson.called;
    let name = called.split([':', '.']).next().unwrap_or(called);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
