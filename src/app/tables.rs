//! The tables of a gathering: several sessions of one agenda at the same time, as the lead sees them.

mod begin;
mod chore;
mod look;
mod overview;
mod popup;
mod reports;
mod rows;
mod standing;
mod state;

pub use begin::NewGathering;
pub use chore::{TablesChore, TablesReport};
pub use overview::{GatheringOverview, LatestArrow, OverviewSource};
pub(super) use popup::{COMMANDS, opened};
pub(super) use reports::{reported, tick};
pub use standing::{TableStage, TableStanding};
pub use state::TablesState;
