//! Ending a session, returning to the home screen, and exiting: each waits until everything typed is on disk.

mod after;
pub(super) mod commands;
mod not_on_disk;
mod saving;

pub use after::After;
pub use commands::LeaveView;
pub(super) use commands::home;
pub(super) use saving::{once_saved, stop_waiting};
