//! The audience screen: what a whole room reads from the last row.
//!
//! At most seven lines beside the question, no line that ends in the middle of a word, nothing faint, nothing that
//! moves unless something was said.

mod around;
mod check;
mod countdown;
mod exhibit;
mod frame;
mod headline;
mod lines;
mod list;
mod prose;
mod spread;
mod talk;

pub use frame::draw;
pub(super) use frame::{head, scene};

/// The most lines of content beside the question.
const CONTENT: usize = 7;
