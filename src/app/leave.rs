//! Ending a session, returning to the home screen, and exiting: each waits until everything typed is on disk.

mod after;
pub(super) mod commands;
mod not_on_disk;
mod saving;

pub use after::After;
pub(super) use commands::home;
pub use commands::{EndView, LeaveView};
pub use saving::SavingView;
pub(super) use saving::{once_saved, stop_waiting};
