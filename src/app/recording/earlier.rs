//! What followed from the record a short while ago, so that taking a line back or correcting it does not add up the whole
//! session again.

use std::collections::VecDeque;
use std::sync::Arc;

use super::gist::Gist;
use crate::graph::Ledger;

/// States after some of the last events, each with the number of events that it holds. Most lines are taken back or
/// corrected soon after they were said.
#[derive(Clone, Debug)]
pub(super) struct RecentStates<T> {
    states: VecDeque<(usize, T)>,
    /// The number of events between two states.
    apart: usize,
    /// The maximum number of states.
    most: usize,
}

/// The ledgers of a short while ago. They share nearly everything with the ledger that goes on growing.
#[derive(Clone, Debug)]
pub(super) struct EarlierStates {
    pub(super) ledgers: RecentStates<Ledger>,
    /// Fewer than of the ledgers, because the first change to one that is stored copies it, which takes milliseconds in a long
    /// session.
    pub(super) gists: RecentStates<Arc<Gist>>,
}

impl Default for EarlierStates {
    fn default() -> Self {
        Self { ledgers: RecentStates::new(16, 16), gists: RecentStates::new(512, 3) }
    }
}

impl<T: Clone> RecentStates<T> {
    const fn new(apart: usize, most: usize) -> Self {
        Self { states: VecDeque::new(), apart, most }
    }

    /// Stores the state after the first `heard` events, if the last one is far enough behind.
    pub(super) fn store(&mut self, heard: usize, state: &T) {
        if self.states.back().is_some_and(|(last, _)| heard < last + self.apart) {
            return;
        }
        self.states.push_back((heard, state.clone()));
        if self.states.len() > self.most {
            self.states.pop_front();
        }
    }

    /// Returns the last state that holds none but the first `heard` events, with their number; `None` if none is stored.
    /// The states that hold more are dropped, because a later event has changed what they hold.
    pub(super) fn before(&mut self, heard: usize) -> Option<(usize, T)> {
        self.states.retain(|(known, _)| *known <= heard);
        self.states.back().cloned()
    }
}
