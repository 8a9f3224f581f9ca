use std::collections::HashSet;

use crate::record::Event;

/// Which events were taken back, and what undo and redo would do next.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoHistory {
    retracted: HashSet<u64>,
    /// The events that undo can take back, in file order; undo begins with the last one.
    undoable: Vec<u64>,
    /// The events that redo can restore, in the order in which they were taken back; redo begins with the last one.
    redoable: Vec<u64>,
}

impl UndoHistory {
    /// Adds the next event. An event that can be taken back ends the possibility of redo.
    pub(super) fn note(&mut self, event: &Event) {
        if event.can_be_taken_back() {
            self.undoable.push(event.seq);
            self.redoable.clear();
        } else if event.is_struck() {
            self.redoable.clear();
        }
    }

    pub(super) fn retract(&mut self, seq: u64) {
        if self.retracted.insert(seq) {
            self.undoable.retain(|&known| known != seq);
            self.redoable.push(seq);
        }
    }

    pub(super) fn restore(&mut self, seq: u64) {
        if self.retracted.remove(&seq) {
            self.redoable.retain(|&known| known != seq);
            let place = self.undoable.partition_point(|&known| known < seq);
            self.undoable.insert(place, seq);
        }
    }

    /// Makes redo skip an event, because its text was removed for good.
    pub(super) fn forget(&mut self, seq: u64) {
        self.redoable.retain(|&known| known != seq);
    }

    /// Whether an event is live, not taken back.
    pub(super) fn stands(&self, seq: u64) -> bool {
        !self.retracted.contains(&seq)
    }

    /// Returns the number of the event that undo would take back; `None` when there is none.
    pub(super) fn undo_target(&self) -> Option<u64> {
        self.undoable.last().copied()
    }

    /// Returns the number of the event that redo would restore; `None` when there is none.
    pub(super) fn redo_target(&self) -> Option<u64> {
        self.redoable.last().copied()
    }
}
