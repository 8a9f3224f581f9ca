//! Errands: what is done with the workspace beside the talk: a file to send, the brief, a comparison, what became of
//! promises, and taking over a branch.

pub(super) mod adopt;
pub(super) mod alone;
pub(super) mod brief;
mod chore;
pub(super) mod compare;
pub(super) mod export;
pub(super) mod minutes;
pub(super) mod open_written;
mod page;
mod reports;
pub(super) mod settle;

pub use alone::TakeAwayView;
pub use chore::{ErrandChore, ErrandReport, OpenMatter, OpenMatterSort};
pub(super) use minutes::shows_minutes;
pub(super) use reports::reported;
pub(super) use settle::settle;
