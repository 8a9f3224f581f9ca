//! Names that may mean one thing, and names that were merged.

mod desk;
mod pairs;
pub(super) mod popup;
mod shows;

pub(super) use desk::{noted, point_out, refresh, take_back_at_desk};
pub use pairs::Tray;
