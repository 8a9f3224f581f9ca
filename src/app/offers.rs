//! What lines of free text could be instead. The scribe alone sees offers, and nothing is recorded before a key takes
//! one.

mod last;
pub(super) mod review;
mod state;
pub(super) mod take;
mod waiting;
pub(super) mod why;

pub use state::{LastOffers, OffersWaiting, could_be};
pub(super) use take::COVERED;
pub(super) use waiting::{look, noted};
