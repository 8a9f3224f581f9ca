//! The findings of the lenses about everything said so far.

mod filter;
mod insight;
pub(super) mod popup;
mod readings;
mod workspace;

pub use filter::FindingFilter;
pub use insight::{Insight, Snapshot};
pub use popup::FindingsView;
pub(super) use readings::{due, read};
pub use workspace::WorkspaceReading;
pub(super) use workspace::surveyed;
