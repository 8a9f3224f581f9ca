//! The findings of the lenses, as of one event; computed in a thread of the shell, so that no key press waits for them.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use crate::app::recording::WEIGHED_BETWEEN_LINES;
use crate::ask::{GapModel, targets};
use crate::graph::{Graph, Key, Ledger};
use crate::lens::{Finding, Readings, offers, read};
use crate::record::long_form::one_name;

/// The maximum number of findings shown at the end of an exercise.
const AT_THE_END: usize = 3;

/// The maximum number of suggestions for what a thing may change next.
const SUGGESTED: usize = 5;

/// What the lenses found in all sessions of the workspace.
#[derive(Debug, Default)]
pub struct WorkspaceReading {
    /// The last result; `None` before the first one.
    pub insight: Option<Insight>,
    /// When the reading in progress began; `None` while there is none.
    pub since: Option<Timestamp>,
}

/// Everything said so far, for the lenses to read in a thread of the shell. It shares what it holds with the ledger that goes
/// on growing, so that no line waits until a large map is copied.
#[derive(Clone, Debug)]
pub struct Snapshot {
    ledger: Arc<Ledger>,
    upto: u64,
    of_workspace: bool,
}

/// Two snapshots of one session are equal when they end at the same event.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        (self.upto, self.of_workspace) == (other.upto, other.of_workspace)
    }
}

impl Snapshot {
    /// Returns a snapshot of a ledger; `upto` is the number of the first event that the ledger does not hold.
    pub(in crate::app) fn new(ledger: Ledger, upto: u64) -> Self {
        Self { ledger: Arc::new(ledger), upto, of_workspace: false }
    }

    /// Returns a snapshot of all sessions of the workspace.
    pub(in crate::app) fn of_workspace(ledger: Ledger) -> Self {
        Self { of_workspace: true, ..Self::new(ledger, 0) }
    }

    /// Runs every lens over the snapshot.
    pub fn read(&self) -> Insight {
        let graph = self.ledger.graph(None);
        let readings = read(&graph);
        let mut insight = Insight {
            upto: self.upto,
            of_workspace: self.of_workspace,
            readings,
            gaps: Arc::new(GapModel::default()),
            graph,
        };
        if insight.is_small() && !self.of_workspace {
            // Nothing is asked about a larger map between two lines, and nothing about the workspace.
            insight.gaps = Arc::new(GapModel::of(&insight.graph));
        }
        insight
    }
}

/// The findings of the lenses and the graph they are about.
#[derive(Clone, Debug)]
pub struct Insight {
    /// The number of the first event that was not read.
    pub upto: u64,
    /// Whether it is about all sessions of the workspace, and not about the open one.
    pub of_workspace: bool,
    /// The findings of each lens.
    pub readings: Readings,
    /// Where arrows are likely to be missing.
    pub gaps: Arc<GapModel>,
    /// The graph that the lenses read.
    pub graph: Graph,
}

impl Insight {
    /// Returns the first findings that may be offered at `now`, in milliseconds since 1970; at most one of each lens.
    pub(in crate::app) fn heaviest(&self, now: i64) -> Vec<String> {
        let mut offers = self.offers(now);
        offers.sort_by_key(|finding| std::cmp::Reverse(finding.rank));
        let mut lenses = BTreeSet::new();
        offers.retain(|finding| lenses.insert(finding.lens));
        offers.into_iter().take(AT_THE_END).map(|finding| finding.says.clone()).collect()
    }

    /// Returns what a thing may change next, each as the beginning of a line to complete; only things that are still
    /// said.
    pub(in crate::app) fn perhaps(&self, label: Option<&str>, said: &Ledger) -> Vec<String> {
        let Some(from) = label.and_then(Key::of) else { return Vec::new() };
        let found = targets(&self.graph, &self.gaps, &from, SUGGESTED);
        found
            .into_iter()
            .filter(|target| said.thing(&target.label).is_some())
            .map(|target| format!("{} -> {}", one_name(self.graph.label(&from)), one_name(&target.label)))
            .collect()
    }

    /// Whether the graph is small enough to rank questions between two lines.
    pub(in crate::app) fn is_small(&self) -> bool {
        self.graph.things().nth(WEIGHED_BETWEEN_LINES).is_none()
    }

    /// Returns the findings that may be offered at `now`, in milliseconds since 1970, the first to be offered first.
    pub fn offers(&self, now: i64) -> Vec<&Finding> {
        offers(&self.readings.findings, &self.graph, now)
    }

    /// Returns a sentence about the first new milestone, a loop or a dispute, that an earlier reading does not have: "A
    /// circle has closed; /findings shows it."
    pub fn news_since(&self, earlier: &Insight) -> Option<String> {
        let before = earlier.readings.findings.iter().filter(|finding| finding.treatment().milestone.is_some());
        let known: BTreeSet<String> = before.map(Finding::key).collect();
        let news = |finding: &Finding| finding.treatment().milestone.filter(|_| !known.contains(&finding.key()));
        self.readings
            .findings
            .iter()
            .find_map(news)
            .map(|milestone| format!("{}; /findings shows it.", milestone.says()))
    }
}
