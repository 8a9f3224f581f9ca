//! The hub of a workspace, as the console shows it.

mod chore;
pub(super) mod popup;
mod reports;
pub(super) mod stay;
mod words;

pub use chore::{HubChore, HubReport, HubState};
pub(super) use reports::reported;
