//! Names that may stand for one thing, and those that already do.

mod desk;
mod pairs;
pub(super) mod popup;
mod shows;

pub(super) use desk::{noted, point_out, refresh, take_back_at_desk};
pub use pairs::{NameFacts, Tray, side};
