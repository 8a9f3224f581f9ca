use super::line::{OverviewLine, OverviewSection};
use super::names::names;
use crate::graph::{Graph, GroupName, SignCount, SignedMatrix, ThingGroup, ThingGroups};
use crate::record::english::{counted, listed};

/// Groups are set apart clearly from this modularity on (Newman and Girvan 2004).
const CLEARLY: f64 = 0.3;

/// Tells which things belong together, a sentence a group; `None` if no two things are joined.
pub fn group_section(graph: &Graph, groups: &ThingGroups) -> Option<OverviewSection> {
    if groups.groups.is_empty() {
        return None;
    }
    let mut lines: Vec<OverviewLine> = groups.groups.iter().map(|group| told(graph, group)).collect();
    if groups.groups.len() > 1 {
        let says = if groups.modularity < CLEARLY {
            "The groups run into each other: little more joins things inside a group than across."
        } else {
            "The groups are set apart clearly: much more joins things inside a group than across."
        };
        lines.push(OverviewLine::new(says.to_owned()));
    }
    if !groups.alone.is_empty() {
        let count = counted(groups.alone.len(), "thing is", "things are");
        let says = format!("{count} in no group: {}.", names(graph, &groups.alone));
        lines.push(OverviewLine::new(says).naming(groups.alone.iter().cloned()));
    }
    Some(OverviewSection { heading: "What belongs together", lines })
}

/// Returns what a group is called: "Claims", "“customer”", "around Handle time".
pub fn called(graph: &Graph, name: &GroupName) -> String {
    match name {
        GroupName::Unit(unit) => graph.label(unit).to_owned(),
        GroupName::Word(word) => format!("“{word}”"),
        GroupName::Around(thing) => format!("Around {}", graph.label(thing)),
    }
}

/// Returns the heading of the block of a matrix in which a row stands: the name of the group.
pub fn block_heading(graph: &Graph, matrix: &SignedMatrix, row: usize) -> String {
    matrix.group_name(row).map_or_else(|| "In no group".to_owned(), |name| called(graph, name))
}

fn told(graph: &Graph, group: &ThingGroup) -> OverviewLine {
    let things = counted(group.things.len(), "thing", "things");
    let inside = counted(group.inside.all(), "arrow inside", "arrows inside");
    let across = match group.across.all() {
        0 => "none to others".to_owned(),
        all => format!("{all} to others"),
    };
    let signs = signs(group.inside);
    let says = format!("{}: {things}, {inside}{signs}, {across}.", called(graph, &group.name));
    OverviewLine::new(says).naming(group.things.iter().cloned())
}

fn signs(count: SignCount) -> String {
    let SignCount { plus, minus, disputed, .. } = count;
    let parts = [(plus, "more"), (minus, "less"), (disputed, "disputed")].into_iter();
    let parts: Vec<String> =
        parts.filter(|(count, _)| *count > 0).map(|(count, says)| format!("{count} {says}")).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", listed(&parts, "and")) }
}
