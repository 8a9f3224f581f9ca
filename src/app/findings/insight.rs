//! What the lenses see, and as of which event; worked out in a thread of the shell, never between a key and the screen.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::recording::WEIGHED_BETWEEN_LINES;
use crate::ask::targets;
use crate::graph::{Graph, Key, Ledger};
use crate::lens::{Finding, Readings, offers, read};
use crate::record::long_form::one_name;

/// The maximum number of findings told at the end of an exercise.
const AT_THE_END: usize = 3;

/// The maximum number of things suggested as what may change next.
const SUGGESTED: usize = 5;

/// Everything said so far, to be read in a thread of the shell.
#[derive(Clone, Debug)]
pub struct Snapshot {
    ledger: Arc<Ledger>,
    upto: u64,
}

/// Two snapshots of one session are the same when they end with the same event.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.upto == other.upto
    }
}

impl Snapshot {
    /// What was said up to the event with this number.
    pub(in crate::app) fn new(ledger: Ledger, upto: u64) -> Self {
        Self { ledger: Arc::new(ledger), upto }
    }

    /// Reads it through every lens.
    pub fn read(&self) -> Insight {
        let graph = self.ledger.graph(None);
        Insight { upto: self.upto, readings: read(&graph), graph }
    }
}

/// What the lenses see.
#[derive(Clone, Debug)]
pub struct Insight {
    /// The event up to which it is true.
    pub upto: u64,
    /// The findings.
    pub readings: Readings,
    /// The graph they were found in.
    pub graph: Graph,
}

impl Insight {
    /// The heaviest of what may be offered at this moment, in milliseconds since 1970; one of a lens.
    pub(in crate::app) fn heaviest(&self, now: i64) -> Vec<String> {
        let mut offers = self.offers(now);
        offers.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let mut lenses = BTreeSet::new();
        offers.retain(|finding| lenses.insert(finding.lens));
        offers.into_iter().take(AT_THE_END).map(|finding| finding.says.clone()).collect()
    }

    /// What a thing may well change next, each as a line to be finished.
    pub(in crate::app) fn perhaps(&self, label: Option<&str>) -> Vec<String> {
        let Some(from) = label.and_then(Key::of) else { return Vec::new() };
        let found = targets(&self.graph, &from, SUGGESTED);
        found
            .into_iter()
            .map(|target| format!("{} -> {}", one_name(self.graph.label(&from)), one_name(&target.label)))
            .collect()
    }

    /// Whether questions can be weighed between two lines.
    pub(in crate::app) fn is_small(&self) -> bool {
        self.graph.things().nth(WEIGHED_BETWEEN_LINES).is_none()
    }

    /// What may be offered at this moment, in milliseconds since 1970, the first to be offered first.
    pub fn offers(&self, now: i64) -> Vec<&Finding> {
        offers(&self.readings.findings, &self.graph, now)
    }

    /// What closed or came apart since another reading: "A circle has closed; F10 shows it."
    pub fn news_since(&self, earlier: &Insight) -> Option<String> {
        let before = earlier.readings.findings.iter().filter(|finding| finding.treatment().milestone.is_some());
        let known: BTreeSet<String> = before.map(Finding::key).collect();
        let news = |finding: &Finding| finding.treatment().milestone.filter(|_| !known.contains(&finding.key()));
        self.readings.findings.iter().find_map(news).map(|milestone| format!("{}; F10 shows it.", milestone.says()))
    }
}
