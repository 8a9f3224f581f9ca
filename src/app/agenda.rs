//! The agenda while the session runs: entering any of its steps, changing what is planned, and keeping plans for another
//! time.

mod asking;
mod chore;
mod edits;
pub(super) mod offered;
pub(super) mod popup;
pub(super) mod purposes;
mod rows;
mod shelf;
mod shows;
pub(super) mod steps;
mod times;

pub use chore::{AgendaChore, AgendaReport};
pub(super) use rows::{AgendaRow, agenda_rows};
pub(super) use shelf::reported;
pub(super) use steps::{enter, leave_coach};
pub use times::{LineTimes, line_times};
