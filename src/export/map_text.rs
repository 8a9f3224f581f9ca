use std::fmt::Write;

use crate::graph::{Arrow, Evidence, Graph, Link, Met, Thing, Totals};
use crate::record::Kind;
use crate::record::spoken::listed;
use crate::record::text::clean;

use super::beside::beside;
use super::findings_text::when;
use super::wording::{listed_words, said_of, sides, state_words};
use crate::record::spoken::day_in_words;

/// The map as text for a reader: its size, every thing by kind, the arrows, and the disagreements.
///
/// Below every arrow stand its sources: when it was said and by which units, with the quotes and the reasons. The text
/// has no control characters; it names units and never people.
pub fn map_text(graph: &Graph) -> String {
    let disputes: Vec<Link<'_>> = graph.links().filter(|link| link.arrow.is_disputed()).collect();
    let imported = graph.links().filter(|link| link.arrow.is_imported()).count();
    let mut text = title(&graph.counts(), imported, disputes.len());
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

fn title(counts: &Totals, imported: usize, disputes: usize) -> String {
    if counts.things == 0 {
        return "Nothing on the map yet: no line has named a thing.\n".into();
    }
    let many = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let mut title = format!("{}, {}", many(counts.things, "thing"), many(counts.arrows, "arrow"));
    if imported > 0 {
        let _ = write!(title, ", {imported} of them imported");
    }
    if disputes > 0 {
        let _ = write!(title, ", {disputes} they disagree about");
    }
    title + "\n"
}

/// One line for a thing, and one for each rule of its charter.
pub fn described(graph: &Graph, thing: &Thing) -> Vec<String> {
    let mut about = state_words(thing);
    about.extend(listed_words(thing));
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

/// Each thing with outgoing arrows, and below it one line for each of these arrows.
fn leads(graph: &Graph) -> Vec<String> {
    let several = has_several(graph);
    let mut lines = Vec::new();
    let mut start = None;
    for link in graph.links() {
        if start != Some(&link.from.key) {
            lines.push(clean(&link.from.label).into_owned());
            start = Some(&link.from.key);
        }
        lines.push(format!("  {}{}", said_of(link), voices(link)));
        let told = if several { told_in(graph, link.arrow) } else { told_here(graph, link.arrow) };
        lines.extend(told.into_iter().map(|told| format!("      {told}")));
    }
    lines
}

/// The number of people on each side of an arrow, if more than one person spoke, and whether people from both ends
/// confirm it.
fn voices(link: Link<'_>) -> String {
    let arrow = link.arrow;
    let (so, not, unsure) = (arrow.supporters, arrow.opponents(), arrow.tally.unsure);
    let mut voices = Vec::new();
    if so + not + unsure > 1 && !arrow.is_disputed() {
        let counts = [(so, "for"), (not, "against"), (unsure, "cannot tell")].into_iter();
        voices.extend(counts.filter(|(people, _)| *people > 0).map(|(people, what)| format!("{people} {what}")));
    }
    voices.extend(link.is_confirmed_by_both().then(|| "both sides say so".to_owned()));
    if voices.is_empty() { String::new() } else { format!(" [{}]", voices.join(", ")) }
}

/// The sources of an arrow, one line for each session: the day, the title, the units, the words.
fn told_in(graph: &Graph, arrow: &Arrow) -> Vec<String> {
    let mut sessions: Vec<(&str, Vec<&Evidence>)> = Vec::new();
    for evidence in &arrow.evidence {
        match sessions.last_mut() {
            Some((session, told)) if *session == &*evidence.session => told.push(evidence),
            _ => sessions.push((&evidence.session, vec![evidence])),
        }
    }
    sessions.into_iter().filter_map(|(session, told)| Some(from_session(graph, graph.met(session)?, &told))).collect()
}

/// The sources of an arrow on the map of one session, one line for each statement: the minute, the unit, the words.
fn told_here(graph: &Graph, arrow: &Arrow) -> Vec<String> {
    // That it is imported stands beside the arrow already.
    let spoken = arrow.evidence.iter().filter(|said| !said.is_imported() || beside(said).is_some());
    let told = spoken.map(|said| {
        let unit = said.unit.as_ref().map(|unit| format!(", {}", clean(graph.label(unit)))).unwrap_or_default();
        let words = beside(said).map(|words| format!(": {words}")).unwrap_or_default();
        format!("{}{unit}{words}", when(said, false))
    });
    told.collect()
}

fn from_session(graph: &Graph, met: &Met, told: &[&Evidence]) -> String {
    let said = told.first().map_or(met.day, |evidence| evidence.day);
    let mut line = format!("{}, {}", day_in_words(said), clean(&met.title));
    let mut units: Vec<_> = told.iter().filter_map(|told| told.unit.as_ref()).map(|unit| graph.label(unit)).collect();
    units.sort_unstable();
    units.dedup();
    if !units.is_empty() {
        let _ = write!(line, ": {}", clean(&listed(&units, "and")));
    }
    for words in told.iter().filter_map(|told| beside(told)) {
        let _ = write!(line, " {words}");
    }
    line
}

/// Whether the map comes from several sessions.
fn has_several(graph: &Graph) -> bool {
    let mut sessions = graph.things().flat_map(|thing| &thing.heard_in);
    let first = sessions.next();
    sessions.any(|session| Some(session) != first)
}

fn who_says_what(link: Link<'_>) -> String {
    format!("{} -> {}: {}", clean(&link.from.label), clean(&link.to.label), sides(link.arrow))
}
