use std::collections::HashSet;

use crate::record::Event;

/// What was taken back, and what undo and redo would do next.
#[derive(Clone, Debug, Default)]
pub(super) struct UndoHistory {
    retracted: HashSet<u64>,
    /// The events that undo takes back, the last one first.
    undoable: Vec<u64>,
    /// The events that redo restores, the last one first.
    redoable: Vec<u64>,
}

impl UndoHistory {
    /// Notes the next event: what can be taken back ends what could be restored.
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

    /// An event whose text was removed for good cannot be restored.
    pub(super) fn forget(&mut self, seq: u64) {
        self.redoable.retain(|&known| known != seq);
    }

    /// Whether an event has not been taken back.
    pub(super) fn stands(&self, seq: u64) -> bool {
        !self.retracted.contains(&seq)
    }

    /// The event that undo would take back.
    pub(super) fn undo_target(&self) -> Option<u64> {
        self.undoable.last().copied()
    }

    /// The event that redo would restore.
    pub(super) fn redo_target(&self) -> Option<u64> {
        self.redoable.last().copied()
    }
}
