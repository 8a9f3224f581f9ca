//! A session while it is being written, without a screen. The console, `--plain` and `transcribe` all write through it.

mod asked;
mod blanks;
mod corrected;
mod earlier;
mod effects;
mod folding;
mod gist;
#[cfg(test)]
mod growth;
mod last;
mod mended;
mod name_places;
mod neighbours;
mod offered;
mod persons;
mod promise;
mod reading;
mod seats;
mod state;
mod walk;
mod written;

pub use asked::{CurrentPrompt, Walked};
pub(super) use asked::{SAID_BETWEEN_LINES, WEIGHED_BETWEEN_LINES};
pub(super) use blanks::{blanks_for, effect_in_words, focus};
pub use mended::LineContext;
pub(super) use offered::is_free_text;
pub use state::{Recording, default_agenda};
