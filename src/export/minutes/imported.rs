use std::collections::BTreeSet;

use super::notes::Notes;
use crate::export::markdown::{bold, foreign, list};
use crate::export::wording::{as_listed, leads_to};
use crate::graph::{Key, Link, Met};
use crate::record::{Relation, Sign};

/// The maximum number of arrows that are told as they were left.
const LEFT: usize = 8;

/// What became in this session of what imported files state: confirmed, contradicted, left open, or not spoken of around
/// the things that were.
pub(super) fn imported(notes: &Notes<'_>) -> String {
    if notes.is_import() {
        return String::new();
    }
    let graph = notes.graph();
    let all = || graph.links().chain(graph.set_aside()).filter(|link| link.arrow.listed.is_some());
    let spoken: Vec<Link<'_>> = all().filter(|link| is_spoken_of_here(notes, link)).collect();
    let told = spoken.iter().filter_map(|link| became(notes, *link));
    list(told.chain(left(notes, all().filter(|link| link.arrow.is_imported()))))
}

fn is_spoken_of_here(notes: &Notes<'_>, link: &Link<'_>) -> bool {
    let here = notes.session.header().id.as_str();
    let said = |said: &crate::graph::Evidence| *said.session == *here && !said.imagined && !said.is_imported();
    link.arrow.evidence.iter().any(said)
}

/// Says what became of an arrow: "Confirmed: Orders API needs Customer DB, as the Service catalogue says."
fn became(notes: &Notes<'_>, link: Link<'_>) -> Option<String> {
    let source = foreign(&source(notes, &link)?);
    let stated = format!("{} {}", bold(&link.from.label), foreign(&as_listed(link)));
    Some(match link.arrow.is_as_listed() {
        Some(true) => format!("Confirmed: {stated}, as {source} says."),
        Some(false) if link.arrow.sign == Sign::NoEffect => {
            format!("Contradicted: {stated}, says {source}; here it is not so.")
        }
        Some(false) => format!("Contradicted: {stated}, says {source}; here: {}.", foreign(&leads_to(link))),
        None => format!("Left open: {stated}, says {source}."),
    })
}

/// Lists what was left as it was imported, around the things of which this session spoke.
fn left<'a>(notes: &'a Notes<'_>, imported: impl Iterator<Item = Link<'a>>) -> Option<String> {
    let here = &notes.session.header().id;
    let spoken: BTreeSet<&Key> =
        notes.graph().things().filter(|thing| thing.heard_in.contains(here)).map(|thing| &thing.key).collect();
    let near = |link: &Link<'_>| spoken.contains(&link.from.key) || spoken.contains(&link.to.key);
    let belongs = |link: &Link<'_>| matches!(link.arrow.relation, Relation::In | Relation::Covers);
    let left: Vec<Link<'_>> =
        imported.filter(|link| near(link) && !belongs(link) && !is_spoken_of_here(notes, link)).collect();
    let told = left.iter().take(LEFT).map(|link| format!("{} {}", bold(&link.from.label), foreign(&as_listed(*link))));
    let told: Vec<String> = told.collect();
    let more = left.len().saturating_sub(LEFT);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    let sources: BTreeSet<String> = left.iter().filter_map(|link| source(notes, link)).collect();
    let [source] = sources.into_iter().collect::<Vec<_>>().try_into().unwrap_or_else(|_| ["imported files".to_owned()]);
    let verb = if source == "imported files" { "have" } else { "has" };
    let as_is = format!("Not spoken of, and as {} {verb} it: {}{more}.", foreign(&source), told.join("; "));
    (!told.is_empty()).then_some(as_is)
}

/// Returns what the file is called that states an arrow; of several, the last.
fn source(notes: &Notes<'_>, link: &Link<'_>) -> Option<String> {
    let last = link.arrow.listed.as_ref()?.sessions.last()?;
    notes.graph().met(last).map(Met::source_name)
}
