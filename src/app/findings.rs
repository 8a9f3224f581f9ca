//! The findings of the lenses about everything said so far.

mod filter;
mod insight;
pub(super) mod popup;
mod readings;
mod workspace;

pub use filter::FindingFilter;
pub use insight::{Insight, Snapshot, WorkspaceReading};
pub use popup::FindingsView;
pub(super) use readings::{due, read};
pub(super) use workspace::surveyed;
