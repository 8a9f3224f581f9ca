//! Names that may mean one thing, and names that were merged.

mod comparison;
mod current;
mod desk;
mod pairs;
pub(super) mod popup;
mod shows;
mod updates;

pub use comparison::{ComparedNames, NamesAlike, NamesSnapshot};
pub(super) use desk::{noted, take_back_at_desk};
pub use pairs::Tray;
pub(super) use updates::{compared, due, refresh, surveyed};
