use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Key, Thing};
use crate::lens::ArrowsAround;
use crate::record::english::in_words;
use crate::record::{Kind, Relation};

use super::thresholds::{TARGET_AIM, TARGET_ALIKE, TARGET_NEAR, TARGET_UNIT, TARGET_WORD, WORD};
use super::{GapModel, GapSide};

/// A thing that another thing may change next. It is a suggestion: nobody has said so, and nothing is recorded unless a
/// person chooses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The key of the target.
    pub key: Key,
    /// The label of the target.
    pub label: String,
    /// The reason for the suggestion, in a few words.
    pub because: String,
}

/// The points of a target so far, and its strongest reason.
#[derive(Clone, Debug, Default)]
struct Case {
    points: u64,
    strongest: u64,
    /// Whether the thing is meant to move it.
    aimed: bool,
    because: String,
}

impl Case {
    fn add(&mut self, points: u64, because: impl FnOnce() -> String) {
        self.points += points;
        if points > self.strongest {
            self.strongest = points;
            self.because = because();
        }
    }
}

/// Suggests at most `most` things that a thing may change next: those it is meant to move first, then the likeliest by
/// what the model has learned from the map. On a map that is too small to learn from, those that similar things change,
/// those near it, those of the same unit, and those that share a word with it. Things that it is known to change, or
/// known not to change, are left out.
pub fn targets(graph: &Graph, gaps: &GapModel, from: &Key, most: usize) -> Vec<Target> {
    let Some(source) = graph.thing(from) else { return Vec::new() };
    let around = ArrowsAround::of(graph);
    let mut cases: BTreeMap<&Key, Case> = BTreeMap::new();
    weigh_aims(&around, source, &mut cases);
    weigh_likes(graph, &around, source, &mut cases);
    weigh_neighbours(&around, source, &mut cases);
    weigh_words(graph, source, &mut cases);
    let known = known(graph, source);
    if gaps.has_learned() {
        return learned(graph, gaps, source, most, &known, cases);
    }
    cases.retain(|key, _| !known.contains(key) && graph.thing(key).is_some_and(may_change));
    let mut found: Vec<(&Key, Case)> = cases.into_iter().collect();
    found.sort_by(|(one, case), (other, case2)| (Reverse(case.points), one).cmp(&(Reverse(case2.points), other)));
    let target = |(key, case): (&Key, Case)| {
        let label = graph.label(key).to_owned();
        Target { key: key.clone(), label, because: case.because }
    };
    found.into_iter().take(most).map(target).collect()
}

/// Returns the likeliest by the model, those that the thing is meant to move first; each with the strongest reason known.
fn learned(
    graph: &Graph,
    gaps: &GapModel,
    source: &Thing,
    most: usize,
    known: &BTreeSet<&Key>,
    mut cases: BTreeMap<&Key, Case>,
) -> Vec<Target> {
    let likely = gaps.ranked(&source.key).into_iter().filter(|key| !known.contains(key));
    let mut likely: Vec<&Thing> = likely.filter_map(|key| graph.thing(key)).filter(|to| is_no_sentence(to)).collect();
    likely.sort_by_key(|thing| cases.get(&thing.key).is_none_or(|case| !case.aimed));
    let target = |thing: &Thing| {
        let case = cases.remove(&thing.key).filter(|case| !case.because.is_empty());
        let because = case.map_or_else(|| by_the_map(gaps, &thing.key), |case| case.because);
        Target { key: thing.key.clone(), label: thing.label.clone(), because }
    };
    likely.into_iter().take(most).map(target).collect()
}

/// Whether an effect can end at a thing: at anything but a sentence that people say, or what a file no longer lists.
fn is_no_sentence(thing: &Thing) -> bool {
    thing.kind != Kind::Voice && thing.gone.is_none()
}

/// The reason where nothing but the shape of the map speaks for a target.
fn by_the_map(gaps: &GapModel, to: &Key) -> String {
    match gaps.known(to, GapSide::Into) {
        0 | 1 => "likely by what is drawn so far".to_owned(),
        causes => format!("{} things change it so far", in_words(causes)),
    }
}

/// Whether a thing is of a kind that an effect can change.
const fn may_change(thing: &Thing) -> bool {
    matches!(thing.kind, Kind::Factor | Kind::Process | Kind::Resource | Kind::Party)
}

/// Returns the thing itself, and all things of which was said that it changes them or does not.
fn known<'a>(graph: &'a Graph, source: &'a Thing) -> BTreeSet<&'a Key> {
    let said = graph.links().chain(graph.set_aside());
    let said = said.filter(|link| link.from.key == source.key && link.arrow.relation == Relation::Affects);
    said.map(|link| &link.to.key).chain([&source.key]).collect()
}

fn weigh_aims<'a>(around: &ArrowsAround<'a>, source: &Thing, cases: &mut BTreeMap<&'a Key, Case>) {
    for link in around.leading_from(&source.key).iter().filter(|link| link.arrow.relation == Relation::Aims) {
        let why = || format!("{} meant to move it", source.with("is"));
        let case = cases.entry(&link.to.key).or_default();
        case.add(TARGET_AIM, why);
        case.aimed = true;
    }
}

/// Adds points for what similar things change. Two things are similar if they have the same kind, and arrows of the
/// same relation to the same thing.
fn weigh_likes<'a>(graph: &'a Graph, around: &ArrowsAround<'a>, source: &Thing, cases: &mut BTreeMap<&'a Key, Case>) {
    let mut alike: BTreeMap<&Key, u64> = BTreeMap::new();
    for shared in around.leading_from(&source.key) {
        let others =
            around.leading_to(&shared.to.key).iter().filter(|link| link.arrow.relation == shared.arrow.relation);
        for other in others.filter(|link| link.from.key != source.key && link.from.kind == source.kind) {
            *alike.entry(&other.from.key).or_default() += 1;
        }
    }
    for (like, shared) in alike {
        let changes = around.leading_from(like).iter().filter(|link| link.arrow.relation == Relation::Affects);
        for link in changes {
            let why = || {
                let changes = graph.thing(like).map(|like| like.with("changes")).unwrap_or_default();
                format!("{changes} it, and the two have much in common")
            };
            cases.entry(&link.to.key).or_default().add(TARGET_ALIKE * shared, why);
        }
    }
}

/// Adds points for things two arrows away; fewer points if the thing between is a party, which answers for both.
fn weigh_neighbours<'a>(around: &ArrowsAround<'a>, source: &Thing, cases: &mut BTreeMap<&'a Key, Case>) {
    let beside = |key: &Key| -> BTreeMap<&'a Key, &'a Thing> {
        let out = around.leading_from(key).iter().map(|link| (&link.to.key, link.to));
        out.chain(around.leading_to(key).iter().map(|link| (&link.from.key, link.from))).collect()
    };
    for (near, middle) in beside(&source.key) {
        for far in beside(near).into_keys() {
            let party = middle.kind == Kind::Party;
            let why = if party { "answers for both" } else { "lies between the two" };
            let why = || middle.with(why);
            cases.entry(far).or_default().add(if party { TARGET_UNIT } else { TARGET_NEAR }, why);
        }
    }
}

fn weigh_words<'a>(graph: &'a Graph, source: &Thing, cases: &mut BTreeMap<&'a Key, Case>) {
    let own: BTreeSet<&str> = words(&source.key).collect();
    for thing in graph.things() {
        if let Some(word) = words(&thing.key).find(|word| own.contains(word)) {
            cases.entry(&thing.key).or_default().add(TARGET_WORD, || format!("both have the word {word:?}"));
        }
    }
}

fn words(key: &Key) -> impl Iterator<Item = &str> {
    key.as_str().split(' ').filter(|word| word.chars().count() > WORD)
}
