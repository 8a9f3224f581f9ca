use super::line::OverviewLine;
use super::names::names;
use crate::graph::{Graph, Key};
use crate::lens::Field;
use crate::lens::blocked::{BlockedPilot, Missing, blocked};
use crate::record::english::counted;

/// Tells why pilots do not move, a sentence each.
pub(super) fn blocked_lines(field: &Field<'_>) -> Vec<OverviewLine> {
    blocked(field).iter().map(told).collect()
}

fn told(found: &BlockedPilot<'_>) -> OverviewLine {
    let pilot = found.pilot;
    let things = std::iter::once(&pilot.key).chain(found.path.iter().map(|step| &step.thing.key)).cloned();
    let Some((missing, last)) = found.missing.zip(found.path.last()) else {
        return OverviewLine::new(format!("{}, and nothing named so far says why.", pilot.with("fades")))
            .could("Ask what it waits for.")
            .naming(things);
    };
    let mut says = String::new();
    let mut before = pilot.label.as_str();
    for (at, step) in found.path.iter().enumerate() {
        let verb = match (at, step.supplies) {
            (0, true) => format!("{before} is supplied by"),
            (0, false) => pilot.with("needs"),
            (_, true) => ", which comes from".to_owned(),
            (_, false) => ", which needs".to_owned(),
        };
        says = format!("{says}{verb} {}", step.thing.label);
        before = &step.thing.label;
    }
    let (why, could) = match missing {
        Missing::Unsupplied => ("nobody named supplies it", format!("Ask who could supply {}.", last.thing.label)),
        Missing::Scarce => ("there is not enough of it", format!("Ask who decides who gets {}.", last.thing.label)),
        Missing::Stopped => {
            ("it was stopped or is fading", format!("Ask what takes the place of {}.", last.thing.label))
        }
        Missing::Gone => ("its list no longer names it", format!("Ask who still has {}.", last.thing.label)),
    };
    OverviewLine::new(format!("{says}; {why}.")).could(could).naming(things)
}

/// Tells which things are joined to nothing, in one sentence.
pub(super) fn orphan_lines(graph: &Graph) -> Vec<OverviewLine> {
    let orphans: Vec<&Key> = graph.orphans().map(|thing| &thing.key).collect();
    if orphans.is_empty() {
        return Vec::new();
    }
    let count = counted(orphans.len(), "thing leads nowhere and comes", "things lead nowhere and come");
    let line = OverviewLine::new(format!("{count} from nowhere: {}.", names(graph, orphans.iter().copied())));
    let could = "Ask what it changes, or what changes it.";
    vec![line.could(could).shown_by("is:orphan").naming(orphans.into_iter().cloned())]
}
