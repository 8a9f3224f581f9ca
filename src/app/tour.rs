//! The tour: the real console on a copy of the sample, with a panel that says what to do next, waits until that has
//! happened, and goes on. Its steps are the list in `script`.

mod commands;
mod moment;
mod script;
mod state;

pub(super) use moment::look;
pub use script::{TOUR, TourGoal, TourSight, TourStep};
pub use state::Tour;
