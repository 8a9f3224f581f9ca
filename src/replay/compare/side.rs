use crate::graph::{Graph, Ledger};
use crate::lens::{Finding, read};
use crate::record::{Matter, Session, matters};

/// One of the two moments of a comparison, with all that is compared.
#[derive(Clone, Debug)]
pub struct ComparedSide {
    pub(super) graph: Graph,
    pub(super) ledger: Ledger,
    pub(super) findings: Vec<Finding>,
    pub(super) matters: Vec<Matter>,
}

impl ComparedSide {
    /// Takes the ledger of a moment, and its sessions with what they left open, as they stood at that moment.
    pub fn new<'a>(ledger: Ledger, sessions: impl IntoIterator<Item = &'a Session>) -> Self {
        let graph = ledger.graph(None);
        let findings = read(&graph).findings;
        Self { graph, ledger, findings, matters: matters(&[], sessions) }
    }
}
