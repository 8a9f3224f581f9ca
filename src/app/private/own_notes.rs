//! Notes for the facilitator alone, taken while a session is written.

use std::collections::VecDeque;

use crate::record::OwnNote;

/// The notes of the open session, and those that are not on disk yet.
#[derive(Clone, Debug, Default)]
pub struct OwnNotes {
    /// The notes on disk, the oldest first.
    pub saved: Vec<OwnNote>,
    /// The notes that are being written, each as its line was typed.
    pub(in crate::app) waiting: VecDeque<String>,
}

impl OwnNotes {
    /// Returns notes that are all on disk.
    pub fn of(saved: Vec<OwnNote>) -> Self {
        Self { saved, waiting: VecDeque::new() }
    }

    /// Returns the last `count` notes, the newest first.
    pub fn latest(&self, count: usize) -> impl Iterator<Item = &str> {
        self.saved.iter().rev().take(count).map(|note| note.text.as_str())
    }
}
