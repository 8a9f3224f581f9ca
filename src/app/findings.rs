//! The findings of the lenses about everything said so far.

mod insight;
pub(super) mod popup;
mod readings;

pub use insight::{Insight, Snapshot};
pub use popup::FindingsView;
pub(super) use readings::{due, read};
