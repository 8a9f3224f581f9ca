use crate::graph::{Arrow, Evidence, Graph, Link, Met};
use crate::record::spoken::listed;
use crate::record::text::clean;
use crate::record::{Basis, SessionId, Sign};

use super::beside::beside;
use super::findings_text::when;
use super::wording::said_of;

/// The sources of an arrow, as lines: its sentence, the units that stated it, and the statements about it, the latest
/// first. The lines name nobody.
pub fn provenance(graph: &Graph, link: Link<'_>) -> Vec<String> {
    let arrow = link.arrow;
    let mut rows = vec![format!("{}: {}", clean(&link.from.label), said_of(link))];
    let units: Vec<_> = arrow.heard_from.iter().map(|unit| clean(graph.label(unit))).collect();
    let both = if link.is_confirmed_by_both() { ", both sides" } else { "" };
    let whose = if units.is_empty() { String::new() } else { format!("said by {}{both} · ", listed(&units, "and")) };
    let several = graph.is_of_several_sessions();
    let mut told = arrow.evidence.iter().rev().map(|said| one(graph, said, several));
    rows.extend(told.next().map(|latest| format!("{whose}{latest}")));
    rows.extend(told);
    rows.extend(beside_lists(graph, arrow));
    rows
}

/// What files state beside what people say: "the Service catalogue says so too", "no longer in the Service catalogue
/// since 2026-11-28".
fn beside_lists(graph: &Graph, arrow: &Arrow) -> Option<String> {
    let stated = arrow.listed.as_ref()?;
    let name = |session: &SessionId| graph.met(session).map(Met::source_name);
    if let Some(gone) = &stated.gone {
        return Some(format!("no longer in {} since {}", name(&gone.session)?, gone.day));
    }
    let names: Vec<String> = stated.sessions.iter().filter_map(name).collect();
    let verb = if names.len() == 1 { "says" } else { "say" };
    let names = listed(&names.iter().map(String::as_str).collect::<Vec<_>>(), "and");
    match arrow.is_as_listed() {
        Some(true) => Some(format!("{names} {verb} so too")),
        Some(false) => Some(format!("{names} {verb} otherwise")),
        None => stated.differs.then(|| format!("{names} {verb} more than one thing")),
    }
}

/// One statement about an arrow, such as "minute 12, more, seen: “their words”".
fn one(graph: &Graph, said: &Evidence, several: bool) -> String {
    let what = match said.said {
        Some(Sign::Plus) => ", more",
        Some(Sign::Minus) => ", less",
        Some(Sign::NoEffect) => ", no such effect",
        Some(Sign::Unknown) => "",
        None => ", cannot tell",
    };
    let basis = match said.basis {
        Some(Basis::Seen) => ", seen",
        Some(Basis::Guess) => ", a guess",
        Some(Basis::Imported | Basis::Told) | None => "",
    };
    let absent = if said.imagined { ", for somebody absent" } else { "" };
    let words = beside(said).map(|words| format!(": {words}")).unwrap_or_default();
    let source = graph.met(&said.session).filter(|_| said.is_imported()).map(Met::source_name);
    let from = source.map_or_else(|| when(said, several), |source| format!("imported from {source}, {}", said.day));
    format!("{from}{what}{basis}{absent}{words}")
}
