use std::collections::BTreeSet;

use crate::ask::figures::{CONFLICT, FAINTEST};
use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::graph::{Key, Thing, paths};
use crate::lens::{Finding, LensId};
use crate::record::Kind;
use crate::record::spoken::listed;

/// 30. Two changes share most of what they touch.
pub(super) fn one_job_or_a_race(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(LensId::Redundancy, None).filter_map(|finding| {
        let [a, b] = sight.things(finding)?;
        let occasion = Occasion::about([&a.key, &b.key], finding.says.clone());
        Some(occasion.with("a", &a.label).with("b", &b.label))
    });
    asked.collect()
}

/// 31. Two push one thing opposite ways.
pub(super) fn pulling_apart(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(LensId::Conflict, None).filter_map(|finding| {
        let [one, other, t] = sight.things(finding)?;
        let (a, b) = if lifts(sight, one, t) { (one, other) } else { (other, one) };
        let occasion = Occasion::about([&one.key, &other.key, &t.key], finding.says.clone()).weighing(&t.key);
        Some(occasion.with("a", &a.label).with("b", &b.label).with("t", &t.label))
    });
    asked.collect()
}

/// Whether the strongest of the shortest ways from one thing to another, of two arrows at most, raises it.
fn lifts(sight: &Sight<'_>, from: &Thing, to: &Thing) -> bool {
    let Some((start, end)) = sight.place(&from.key).zip(sight.place(&to.key)) else { return true };
    let ways = paths(&sight.field.causal, start, CONFLICT, FAINTEST);
    let ways = ways.iter().filter(|way| way.end() == Some(end));
    let first = ways.min_by_key(|way| (way.len(), std::cmp::Reverse(way.impact)));
    first.is_none_or(|way| !way.turns)
}

/// 32. Several changes move it, and it is the aim of none so far.
pub(super) fn nobody_aimed(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(LensId::Emergent, None).filter_map(|finding| {
        let [t] = sight.things(finding)?;
        let movers = movers(sight, finding);
        let occasion = Occasion::about([&t.key], finding.says.clone()).asking(t.unit.as_ref());
        Some(occasion.with("t", &t.label).with("list", listed(&movers, "or")))
    });
    asked.collect()
}

/// The changes with which the arrows of a finding begin.
fn movers<'a>(sight: &Sight<'a>, finding: &'a Finding) -> Vec<&'a str> {
    let starts: BTreeSet<&Key> = finding.arrows.iter().map(|(from, ..)| from).collect();
    let changes = starts.into_iter().filter_map(|key| sight.scene.graph.thing(key));
    changes.filter(|thing| thing.kind == Kind::Initiative).map(|thing| thing.label.as_str()).collect()
}
