use crate::graph::{Graph, Ledger};
use crate::lens::{Finding, read};
use crate::record::{Matter, Session, matters};

/// Everything that is compared of one moment.
#[derive(Clone, Debug)]
pub struct ComparedSide {
    pub(super) graph: Graph,
    pub(super) ledger: Ledger,
    pub(super) findings: Vec<Finding>,
    pub(super) matters: Vec<Matter>,
}

impl ComparedSide {
    /// What sessions add up to, with what they have left open; each as it stood at that moment.
    pub fn new<'a>(ledger: Ledger, sessions: impl IntoIterator<Item = &'a Session>) -> Self {
        let graph = ledger.graph(None);
        let findings = read(&graph).findings;
        Self { graph, ledger, findings, matters: matters(&[], sessions) }
    }
}
