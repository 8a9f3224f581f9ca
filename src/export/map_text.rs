use std::fmt::Write;

use crate::graph::{Counts, Graph, Link, Thing};
use crate::record::Kind;
use crate::record::text::clean;

use super::wording::{said_of, sides, state_words};

/// The map for a person: how much there is, every thing by kind, what leads to what, and where people disagree.
///
/// Plain text in lines, free of control characters; it names units and never people.
pub fn map_text(graph: &Graph) -> String {
    let disputes: Vec<Link<'_>> = graph.links().filter(|link| link.arrow.is_disputed()).collect();
    let mut text = title(&graph.counts(), disputes.len());
    for kind in Kind::SORTED.into_iter().chain([Kind::Unknown]) {
        let things = graph.things().filter(|thing| thing.kind == kind);
        section(&mut text, kind.question(), things.flat_map(|thing| described(graph, thing)));
    }
    section(&mut text, "What leads to what", leads(graph).into_iter());
    section(&mut text, "Where they disagree", disputes.into_iter().map(who_says_what));
    section(&mut text, "Asked about, and not on the map", graph.set_aside().map(who_says_what));
    text
}

fn section(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = write!(text, "\n{heading}\n");
    }
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
}

fn title(counts: &Counts, disputes: usize) -> String {
    if counts.things == 0 {
        return "Nothing on the map yet: no line has named a thing.\n".into();
    }
    let many = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let mut title = format!("{}, {}", many(counts.things, "thing"), many(counts.arrows, "arrow"));
    if disputes > 0 {
        let _ = write!(title, ", {disputes} they disagree about");
    }
    title + "\n"
}

/// One line for the thing, and one more for each rule of its charter.
pub fn described(graph: &Graph, thing: &Thing) -> Vec<String> {
    let mut about = state_words(thing);
    about.extend(unit(graph, thing));
    about.extend(thing.aliases.iter().map(|alias| format!("also {}", clean(alias))));
    let label = clean(&thing.label);
    let line = if about.is_empty() { label.into_owned() } else { format!("{label} ({})", about.join("; ")) };
    let rules = thing.rules.iter().map(|(slot, rule)| format!("  {}: {}", slot.name(), clean(rule)));
    std::iter::once(line).chain(rules).collect()
}

fn unit(graph: &Graph, thing: &Thing) -> Option<String> {
    let unit = thing.unit.as_ref().filter(|unit| **unit != thing.key)?;
    Some(clean(&graph.thing(unit)?.label).into_owned())
}

/// Each thing that leads somewhere, and below it where to.
fn leads(graph: &Graph) -> Vec<String> {
    let mut lines = Vec::new();
    let mut start = None;
    for link in graph.links() {
        if start != Some(&link.from.key) {
            lines.push(clean(&link.from.label).into_owned());
            start = Some(&link.from.key);
        }
        lines.push(format!("  {}", said_of(link)));
    }
    lines
}

fn who_says_what(link: Link<'_>) -> String {
    format!("{} -> {}: {}", clean(&link.from.label), clean(&link.to.label), sides(link.arrow))
}
