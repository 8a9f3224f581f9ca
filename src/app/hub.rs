//! The hub of a workspace, as the console shows it.

mod chore;
mod reports;

pub use chore::{HubChore, HubReport, HubState};
pub(super) use reports::reported;
