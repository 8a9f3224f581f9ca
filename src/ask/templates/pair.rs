use std::collections::BTreeSet;

use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{CHANGE, END, FACTOR};
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::CONFLICT;
use crate::graph::{Key, Thing, paths};
use crate::lens::{FAINTEST, Finding, Lens};
use crate::record::Kind;
use crate::record::spoken::listed;

/// 30. Two changes that share most of what they touch.
pub(super) const ONE_JOB_OR_A_RACE: QuestionTemplate = QuestionTemplate::of(30, one_job_or_a_race)
    .slots(&[("a", CHANGE), ("b", CHANGE)])
    .weight(7)
    .steps(&["folio.2"])
    .ask("{a} and {b}: one job, or a race? Who calls it?")
    .elsewhere("{a} and {b}: who could tell us whether that is one job or a race, and who calls it?");

fn one_job_or_a_race(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::REDUNDANCY, None).filter_map(|finding| {
        let [a, b] = finding.about.first_chunk::<2>()?;
        let (a, b) = (sight.scene.graph.thing(a)?, sight.scene.graph.thing(b)?);
        let occasion = Occasion::about([&a.key, &b.key], finding.says.clone());
        Some(occasion.thing("a", a).thing("b", b))
    });
    asked.collect()
}

/// 31. Two things that push one thing in opposite directions.
pub(super) const PULLING_APART: QuestionTemplate = QuestionTemplate::of(31, pulling_apart)
    .slots(&[("a", END), ("b", END), ("t", END)])
    .weight(9)
    .steps(&["folio.3", "next.6", "decide.1"])
    .ask("With {a} there is more {t}, with {b} less. Which do we want, and for whom?")
    .elsewhere("With {a} there is more {t}, with {b} less. Who could tell us which is wanted, and for whom?")
    .carry("Ask {party}: with {a} there is more {t}, with {b} less; which do you want, and for whom?");

fn pulling_apart(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::CONFLICT, None).filter_map(|finding| {
        let [one, other, t] = sight.things(finding)?;
        let (a, b) = if lifts(sight, one, t) { (one, other) } else { (other, one) };
        let occasion = Occasion::about([&one.key, &other.key, &t.key], finding.says.clone()).weighing(&t.key);
        Some(occasion.thing("a", a).thing("b", b).thing("t", t))
    });
    asked.collect()
}

/// Whether the shortest path of at most two arrows from one thing to another raises the other; of several, the
/// strongest counts.
fn lifts(sight: &Sight<'_>, from: &Thing, to: &Thing) -> bool {
    let Some((start, end)) = sight.place(&from.key).zip(sight.place(&to.key)) else { return true };
    let paths = paths(&sight.field.causal, start, CONFLICT, FAINTEST);
    let paths = paths.iter().filter(|path| path.end() == Some(end));
    let first = paths.min_by_key(|path| (path.len(), std::cmp::Reverse(path.impact)));
    first.is_none_or(|path| !path.turns)
}

/// 32. A thing that several changes move, and that is the aim of none so far.
pub(super) const NOBODY_AIMED: QuestionTemplate = QuestionTemplate::of(32, nobody_aimed)
    .slots(&[("t", FACTOR)])
    .weight(9)
    .steps(&["emerge", "folio.5"])
    .ask("Nobody here has named an aim for {t}. If only one of {list} ran, would {t:it} still move?")
    .elsewhere("Who could tell us whether {t} would still move if only one of {list} ran?")
    .carry("Ask {party}: if only one of {list} ran, would {t} still move?");

fn nobody_aimed(sight: &Sight<'_>) -> Vec<Occasion> {
    let asked = sight.findings(Lens::EMERGENT, None).filter_map(|finding| {
        let [t] = sight.things(finding)?;
        let movers = movers(sight, finding);
        let occasion = Occasion::about([&t.key], finding.says.clone()).asking(t.unit.as_ref());
        Some(occasion.thing("t", t).with("list", listed(&movers, "or")))
    });
    asked.collect()
}

/// Returns the labels of the changes at which the arrows of a finding start.
fn movers<'a>(sight: &Sight<'a>, finding: &'a Finding) -> Vec<&'a str> {
    let starts: BTreeSet<&Key> = finding.arrows.iter().map(|(from, ..)| from).collect();
    let changes = starts.into_iter().filter_map(|key| sight.scene.graph.thing(key));
    changes.filter(|thing| thing.kind == Kind::Initiative).map(|thing| thing.label.as_str()).collect()
}
