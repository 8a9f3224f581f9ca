//! Notes for whoever holds the keyboard alone, while a session is written.

use std::collections::VecDeque;

use crate::record::OwnNote;

/// The notes beside the open session, and those that are not on disk yet.
#[derive(Clone, Debug, Default)]
pub struct OwnNotes {
    /// What is on disk, the first first.
    pub kept: Vec<OwnNote>,
    /// What is being written, each as its line was typed.
    pub(in crate::app) waiting: VecDeque<String>,
}

impl OwnNotes {
    /// Those on disk so far.
    pub fn of(kept: Vec<OwnNote>) -> Self {
        Self { kept, waiting: VecDeque::new() }
    }

    /// The last few, the newest first.
    pub fn latest(&self, count: usize) -> impl Iterator<Item = &str> {
        self.kept.iter().rev().take(count).map(|note| note.text.as_str())
    }
}
