//! An earlier line whose words are in the entry line.

use super::todo::Mending;
use crate::app::recording::LineContext;
use crate::record::SeatTag;

/// The earlier line that gets the words of the entry line.
#[derive(Clone, Debug)]
pub struct Fixing {
    /// The number of the line's event.
    pub seq: u64,
    /// Its words as they were put into the entry line; `None` if they are not known any more.
    pub before: Option<String>,
    /// Who said it: words without a tag stay theirs.
    pub seat: Option<SeatTag>,
    /// Whether it was chosen in the list, which gets the cursor back afterwards.
    pub listed: bool,
    /// What was known where the line stands; `None` until it is needed.
    pub context: Option<LineContext>,
}

impl Fixing {
    /// Returns a line whose words are changed.
    pub const fn new(seq: u64, before: String, seat: Option<SeatTag>) -> Self {
        Self { seq, before: Some(before), seat, listed: false, context: None }
    }

    /// Returns a line whose new words could not be recorded at first.
    pub const fn unread(seq: u64, seat: Option<SeatTag>) -> Self {
        Self { seq, before: None, seat, listed: false, context: None }
    }

    /// Returns the new words of the line, as one of the readings offered for them or as they are read.
    pub fn mending(&self, text: String, offer: Option<usize>) -> Mending {
        Mending { seq: self.seq, text, seat: self.seat.clone(), offer, from_entry: true }
    }

    /// Whether the words are what they were.
    pub fn is_unchanged(&self, text: &str) -> bool {
        self.before.as_deref().is_some_and(|before| before.trim() == text.trim())
    }
}
