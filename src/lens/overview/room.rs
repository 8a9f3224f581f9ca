use super::line::OverviewLine;
use super::names::names;
use crate::graph::{Graph, Key, RoomCover};
use crate::record::english::{Agreement, counted, counted_in_words, in_words, listed};
use crate::record::spoken::capitalised;

/// Tells which units reach most of a map; nothing if no unit reaches anything.
pub(super) fn lines(graph: &Graph) -> Vec<OverviewLine> {
    let cover = RoomCover::of(graph);
    if cover.units.is_empty() {
        return Vec::new();
    }
    let adds = cover.units.iter().enumerate().map(|(at, (unit, adds))| {
        let more = if at == 0 { "" } else { " more" };
        format!("{} ({adds}{more})", graph.label(unit))
    });
    let adds: Vec<String> = adds.collect();
    let says = format!(
        "{} {} of {} within {} arrows: {}.",
        capitalised(&counted_in_words(cover.units.len(), "team reaches", "teams reach")),
        cover.reached,
        counted(cover.things, "thing", "things"),
        in_words(RoomCover::STEPS),
        listed(&adds, "and"),
    );
    let absent: Vec<&Key> = cover.units.iter().map(|(unit, _)| unit).filter(|unit| !graph.is_present(unit)).collect();
    let could = match absent.len() {
        0 => String::new(),
        _ => format!("Not in any session so far: {}. Invite them, or carry a question to them.", names(graph, absent)),
    };
    let mut lines = vec![OverviewLine::new(says).could(could).naming(cover.units.iter().map(|(unit, _)| unit.clone()))];
    if !cover.unreached.is_empty() {
        let left = cover.unreached.len();
        let count = counted(left, "thing is reached by no team", "things are reached by no team");
        let says = format!("{count} within {} arrows: {}.", in_words(RoomCover::STEPS), names(graph, &cover.unreached));
        let could = Agreement::of_count(left).pick("Ask who answers for it.", "Ask who answers for them.");
        lines.push(OverviewLine::new(says).could(could).naming(cover.unreached));
    }
    lines
}
