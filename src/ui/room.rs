//! The audience screen, made to be read from the last row of a room.
//!
//! It has at most seven lines beside the question, breaks no word, uses no faint text, and moves only when something is
//! said.

mod around;
mod check;
mod countdown;
mod decisions;
mod exhibit;
mod finding;
mod frame;
mod headline;
mod lines;
mod list;
mod phones;
mod picture;
mod poll;
mod progress;
mod prose;
mod ripple;
mod said;
mod spread;
mod talk;

pub use frame::draw;
pub(super) use frame::{head, scene};

/// The maximum number of lines beside the question.
const CONTENT: usize = 7;
