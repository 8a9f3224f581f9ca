use crate::graph::{Evidence, Graph, Link};
use crate::record::spoken::listed;
use crate::record::text::clean;
use crate::record::{Basis, Sign};

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
    let mut told = arrow.evidence.iter().rev().map(|said| one(said, several));
    rows.extend(told.next().map(|latest| format!("{whose}{latest}")));
    rows.extend(told);
    rows
}

/// One statement about an arrow, such as "minute 12, more, seen: “their words”".
fn one(said: &Evidence, several: bool) -> String {
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
        Some(Basis::Imported) => ", imported",
        Some(Basis::Told) | None => "",
    };
    let absent = if said.imagined { ", for somebody absent" } else { "" };
    let words = beside(said).map(|words| format!(": {words}")).unwrap_or_default();
    format!("{}{what}{basis}{absent}{words}", when(said, several))
}
