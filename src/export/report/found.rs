use std::collections::{BTreeMap, BTreeSet};

use crate::export::beside::beside;
use crate::export::material::Material;
use crate::export::rests_on;
use crate::lens::{Finding, State};
use crate::record::text::clean;
use crate::record::{Basis, Judgement};

/// The maximum number of findings that are shown in full. Of each lens, the first `OF_A_LENS` come before all others,
/// so that a report does not show findings of one lens alone.
const IN_FULL: usize = 5;
const OF_A_LENS: usize = 2;

/// The maximum number of further findings, of which only the question is shown.
const AS_QUESTIONS: usize = 6;

/// A finding in a report.
pub(super) struct FoundRow {
    pub(super) ask: String,
    /// The name of the pattern that the finding shows, such as a loop.
    pub(super) called: &'static str,
    pub(super) says: String,
    /// Whether the finding is marked as being worked on.
    pub(super) is_held: bool,
    /// The evidence: one row for each arrow.
    pub(super) rests_on: Vec<String>,
}

/// The findings that a report shows.
pub(super) struct ShownFindings {
    /// The findings that the room confirmed.
    pub(super) so: Vec<FoundRow>,
    /// The findings that the room left open on purpose.
    pub(super) left_open: Vec<FoundRow>,
    /// The findings that nobody has judged.
    pub(super) open: Vec<FoundRow>,
    /// The questions of further findings.
    pub(super) further: Vec<String>,
    /// The number of findings that are not shown.
    pub(super) untold: usize,
}

impl ShownFindings {
    pub(super) fn of(material: &Material<'_>) -> Self {
        let judged = |judgement| {
            let said = material.findings.iter().filter(move |finding| finding.state == State::Judged(judgement));
            said.map(|finding| FoundRow::of(material, finding)).collect()
        };
        let (open, rest) = chosen(material.findings);
        let mut asked: BTreeSet<&str> = open.iter().map(|finding| finding.ask.as_str()).collect();
        let rest: Vec<&Finding> = rest.into_iter().filter(|finding| asked.insert(&finding.ask)).collect();
        Self {
            so: judged(Judgement::True),
            left_open: judged(Judgement::Later),
            open: open.into_iter().map(|finding| FoundRow::of(material, finding)).collect(),
            untold: rest.len().saturating_sub(AS_QUESTIONS),
            further: rest.into_iter().take(AS_QUESTIONS).map(|finding| clean(&finding.ask).into_owned()).collect(),
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.so.is_empty() && self.left_open.is_empty() && self.open.is_empty()
    }
}

impl FoundRow {
    fn of(material: &Material<'_>, finding: &Finding) -> Self {
        Self {
            ask: clean(&finding.ask).into_owned(),
            called: finding.lesson().called,
            says: clean(&finding.says).into_owned(),
            is_held: finding.state == State::Held,
            rests_on: rests_on(material.graph, finding),
        }
    }
}

/// Whether anybody gave a quote, a reason or something seen with one of the arrows of a finding.
fn has_words(finding: &Finding) -> bool {
    finding.evidence.iter().any(|said| said.basis == Some(Basis::Seen) || beside(said).is_some())
}

/// The findings to show in full, and the remaining ones, in the order of their ranks. What people gave words for comes before
/// what only the map shows, and the first [`OF_A_LENS`] findings of every lens before further findings of any lens.
fn chosen(findings: &[Finding]) -> (Vec<&Finding>, Vec<&Finding>) {
    let mut of_lens: BTreeMap<_, usize> = BTreeMap::new();
    let mut up: Vec<&Finding> =
        findings.iter().filter(|finding| matches!(finding.state, State::Open | State::Held)).collect();
    up.sort_by_key(|finding| std::cmp::Reverse(has_words(finding)));
    let (mut first, later): (Vec<&Finding>, Vec<&Finding>) = up.into_iter().partition(|finding| {
        let count = of_lens.entry(finding.lens).or_default();
        *count += 1;
        *count <= OF_A_LENS
    });
    let overflow = first.split_off(first.len().min(IN_FULL));
    let mut rest: Vec<&Finding> = overflow.into_iter().chain(later).collect();
    rest.sort_by_key(|finding| std::cmp::Reverse((has_words(finding), finding.rank)));
    let missing = IN_FULL.saturating_sub(first.len()).min(rest.len());
    first.extend(rest.drain(..missing));
    (first, rest)
}
