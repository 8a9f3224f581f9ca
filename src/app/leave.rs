//! Ending a session, going home, leaving: once everything that was typed is on disk, and never over what is not.

mod after;
pub(super) mod commands;
mod not_on_disk;
mod saving;

pub use after::After;
pub(super) use commands::home;
pub use commands::{EndView, LeaveView};
pub use saving::SavingView;
pub(super) use saving::{once_saved, stop_waiting};
