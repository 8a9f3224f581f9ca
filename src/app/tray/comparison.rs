//! Which names look alike, as they were compared last.

use std::sync::Arc;

use crate::graph::{Alike, Ledger};
use crate::record::SessionId;

/// Tells names before a change from names after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamesMoment {
    /// The open session; `None` on the map of the workspace.
    pub(super) session: Option<SessionId>,
    /// The number of the next event of the session, or how often the sessions of the workspace were read.
    pub(super) change: u64,
}

/// The last comparison of all names.
#[derive(Debug, Default)]
pub struct NamesAlike {
    /// The result; `None` before the first one.
    pub(super) last: Option<ComparedNames>,
    /// Whether a comparison is in progress.
    pub(super) in_progress: bool,
    /// How often the sessions of the workspace were read.
    pub(super) surveys: u64,
}

/// A copy of everything said so far, whose names are compared in a thread of the shell.
#[derive(Clone, Debug)]
pub struct NamesSnapshot {
    ledger: Arc<Ledger>,
    of: NamesMoment,
}

/// Two snapshots are equal when nothing happened between them.
impl PartialEq for NamesSnapshot {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

impl NamesSnapshot {
    pub(super) fn new(ledger: Ledger, of: NamesMoment) -> Self {
        Self { ledger: Arc::new(ledger), of }
    }

    /// Compares all names.
    pub fn compare(&self) -> ComparedNames {
        ComparedNames { pairs: self.ledger.alike(), of: self.of.clone() }
    }
}

/// The result of a comparison.
#[derive(Clone, Debug)]
pub struct ComparedNames {
    pub(super) pairs: Vec<Alike>,
    pub(super) of: NamesMoment,
}
