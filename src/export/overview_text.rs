use std::fmt::Write;

use super::hanging::write_hanging;
use crate::graph::{Graph, ThingGroups};
use crate::lens::{OverviewSection, WholeMap, group_section, overview};
use crate::record::english::listed;
use crate::record::text::clean;

/// How a map stands, as text: a sentence a line, and under it what one could do.
pub fn health_text(graph: &Graph) -> String {
    let sections = overview(&WholeMap::of(graph));
    if sections.is_empty() {
        return "Nothing on the map yet: no line has named a thing.\n".to_owned();
    }
    let mut text = String::new();
    for (at, section) in sections.iter().enumerate() {
        text.push_str(if at == 0 { "" } else { "\n" });
        told(&mut text, section);
    }
    text
}

fn told(text: &mut String, section: &OverviewSection) {
    let _ = writeln!(text, "{}", section.heading);
    for line in &section.lines {
        write_hanging(text, 2, &clean(&line.says));
        if !line.could.is_empty() {
            write_hanging(text, 4, &clean(&line.could));
        }
        if !line.filter.is_empty() {
            let _ = writeln!(text, "    --where {}", line.filter);
        }
    }
}

/// What belongs together, as text: a sentence a group, and under it its things.
pub fn groups_text(graph: &Graph) -> String {
    let groups = ThingGroups::of(graph);
    let Some(section) = group_section(graph, &groups) else {
        return "No arrow joins two things yet.\n".to_owned();
    };
    let mut text = format!("{}\n", section.heading);
    for (at, line) in section.lines.iter().enumerate() {
        write_hanging(&mut text, 2, &clean(&line.says));
        if let Some(group) = groups.groups.get(at) {
            let labels: Vec<&str> = group.things.iter().map(|key| graph.label(key)).collect();
            write_hanging(&mut text, 4, &clean(&listed(&labels, "and")));
        }
    }
    text
}
