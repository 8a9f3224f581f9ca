//! The agenda while the session runs: entering any of its steps, and changing what is planned.

pub(super) mod popup;
mod rows;
pub(super) mod steps;

pub(super) use rows::{AgendaRow, agenda_rows};
pub(super) use steps::{enter, leave_coach};
