use crate::graph::{Graph, Key};

use super::listed::as_listed;
use super::merged::merged;
use super::rank::{LastTalk, lower_the_repeated};
use super::standing::{covered, gone};
use super::{Field, Finding, FindingDraft, LENSES, LeftOut, Lens, Pattern};

/// The findings of all lenses, in the order in which they are told (`rank`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    /// The findings.
    pub findings: Vec<Finding>,
    /// What the lenses left out, in the order of the lenses.
    pub left_out: Vec<LeftOut>,
}

/// Reads a graph through every lens.
pub fn read(graph: &Graph) -> Readings {
    read_with(LENSES, graph)
}

/// Reads a graph through these lenses.
pub fn read_with(lenses: &[&'static Lens], graph: &Graph) -> Readings {
    let field = Field::of(graph);
    let (covered, talk) = (covered(graph), LastTalk::of(graph));
    let mut readings = Readings::default();
    for lens in lenses {
        let drafts: Vec<FindingDraft> = as_listed(&field, (lens.read)(&field));
        let left_out = field.take_left_out().into_iter();
        readings.left_out.extend(left_out.map(|(reason, (count, at_least))| LeftOut { lens, reason, count, at_least }));
        readings.findings.extend(drafts.into_iter().map(|draft| {
            let finding = Finding::of(lens, draft);
            Finding { rank: talk.rank(&finding), ..finding }
        }));
    }
    readings.findings.sort_by(|one, other| order(one).cmp(&order(other)));
    readings.findings = merged(std::mem::take(&mut readings.findings));
    lower_the_repeated(&mut readings.findings);
    readings.findings.sort_by(|one, other| order(one).cmp(&order(other)));
    for finding in &mut readings.findings {
        finding.state = finding.stands(graph, &covered);
    }
    let mut gone = gone(lenses, graph, &readings.findings);
    gone.sort_by(|one, other| order(one).cmp(&order(other)));
    readings.findings.extend(gone);
    readings
}

/// What findings are ordered by, as `rank` defines it.
type TellingOrder<'f> = (std::cmp::Reverse<i32>, u8, &'f Lens, &'f [Key], Option<Pattern>);

fn order(finding: &Finding) -> TellingOrder<'_> {
    (std::cmp::Reverse(finding.rank), 100 - finding.severity, finding.lens, &finding.about, finding.pattern)
}
