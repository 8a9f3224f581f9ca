//! Ledgers of a short while ago, so that taking a line back or correcting it does not add up the whole session again.

use std::collections::VecDeque;

use crate::graph::Ledger;

/// The number of events between two stored ledgers.
const APART: usize = 16;

/// The maximum number of stored ledgers. Most lines are taken back or corrected soon after they were said.
const STORED: usize = 16;

/// The ledgers after some of the last events, each with the number of events that it holds. They share nearly everything
/// with the ledger that goes on growing.
#[derive(Clone, Debug, Default)]
pub(super) struct EarlierLedgers(VecDeque<(usize, Ledger)>);

impl EarlierLedgers {
    /// Stores the ledger of the first `heard` events, if the last one is far enough behind.
    pub(super) fn store(&mut self, heard: usize, ledger: &Ledger) {
        if self.0.back().is_some_and(|(last, _)| heard < last + APART) {
            return;
        }
        self.0.push_back((heard, ledger.clone()));
        if self.0.len() > STORED {
            self.0.pop_front();
        }
    }

    /// Returns the last ledger that holds none but the first `heard` events, with their number; `None` if none is stored.
    /// The ledgers that hold more are dropped, because a later event has changed what they hold.
    pub(super) fn before(&mut self, heard: usize) -> Option<(usize, Ledger)> {
        self.0.retain(|(known, _)| *known <= heard);
        self.0.back().cloned()
    }
}
