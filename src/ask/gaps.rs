//! Where arrows are likely to be missing: how many on each side of each thing, and which from one thing to another.

mod chance;
mod cross_validation;
mod gap_model;
mod hiding;
mod outline;
mod pair_features;
mod pair_model;
mod ranks;
mod regression;
mod side_features;
mod side_rates;
mod sums;
mod wiring;
mod wording_alike;

pub use gap_model::GapModel;
pub(super) use gap_model::WHOLE_SHARE;
pub use wiring::GapSide;
