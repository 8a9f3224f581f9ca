//! A session while it is being written, without a screen: what the console, `--plain` and `transcribe` write through.

mod asked;
pub(super) mod follow_up;
#[cfg(test)]
mod growth;
mod persons;
mod recording;

pub use asked::{Asked, Walked};
pub(super) use asked::{SAID_BETWEEN_LINES, WEIGHED_BETWEEN_LINES};
pub use recording::{Recording, default_plan};
