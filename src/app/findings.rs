//! What the lenses see in what was said so far.

mod insight;
pub(super) mod popup;
mod readings;

pub use insight::{Insight, Snapshot};
pub use popup::FindingsView;
pub(super) use readings::{due, read};
