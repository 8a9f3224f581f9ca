use crate::graph::{Graph, Key};

use super::listed::as_listed;
use super::standing::{covered, gone};
use super::{Field, Finding, FindingDraft, LENSES, Lens, Pattern};

/// The findings of all lenses: by severity, largest first; then by lens, then by the things they are about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    /// The findings.
    pub findings: Vec<Finding>,
    /// Whether there may be more findings than are listed: a list of loops or of one archetype is full.
    pub cut: bool,
}

/// Reads a graph through every lens.
pub fn read(graph: &Graph) -> Readings {
    read_with(LENSES, graph)
}

/// Reads a graph through these lenses.
pub fn read_with(lenses: &[&'static Lens], graph: &Graph) -> Readings {
    let field = Field::of(graph);
    let covered = covered(graph);
    let mut readings = Readings::default();
    for lens in lenses {
        let drafts: Vec<FindingDraft> = (lens.read)(&field);
        readings.cut |= lens.is_cut.is_some_and(|is_cut| is_cut(&field, &drafts));
        let (drafts, cut) = as_listed(graph, drafts);
        readings.cut |= cut;
        readings.findings.extend(drafts.into_iter().map(|draft| {
            let finding = Finding::of(lens, draft);
            let state = finding.stands(graph, &covered);
            Finding { state, ..finding }
        }));
    }
    readings.findings.extend(gone(lenses, graph, &readings.findings));
    readings.findings.sort_by(|one, other| order(one).cmp(&order(other)));
    readings
}

fn order(finding: &Finding) -> (u8, &Lens, &[Key], Option<Pattern>) {
    (100 - finding.severity, finding.lens, &finding.about, finding.pattern)
}
