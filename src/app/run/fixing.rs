//! An earlier line whose words are in the entry line.

use super::todo::Mending;
use crate::app::recording::LineContext;

/// The earlier line that gets the words of the entry line.
#[derive(Clone, Debug)]
pub struct Fixing {
    /// The number of the line's event.
    pub seq: u64,
    /// Its words as they were put into the entry line; `None` if they are not known any more.
    pub before: Option<String>,
    /// What was known where the line stands; `None` until it is needed.
    pub context: Option<LineContext>,
}

impl Fixing {
    /// Returns a line whose words are changed.
    pub const fn new(seq: u64, before: String) -> Self {
        Self { seq, before: Some(before), context: None }
    }

    /// Returns a line whose new words could not be recorded at first.
    pub const fn unread(seq: u64) -> Self {
        Self { seq, before: None, context: None }
    }

    /// Returns the new words of the line, as one of the readings offered for them or as they are read.
    pub const fn mending(&self, text: String, offer: Option<usize>) -> Mending {
        Mending { seq: self.seq, text, seat: None, offer, from_entry: true }
    }

    /// Whether the words are what they were.
    pub fn is_unchanged(&self, text: &str) -> bool {
        self.before.as_deref().is_some_and(|before| before.trim() == text.trim())
    }
}
