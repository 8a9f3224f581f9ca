//! The settings that are stored between runs of the program.

mod save;
mod saved;
mod values;

pub(super) use save::{COMMANDS, save};
pub(super) use saved::{not_saved, saved};
pub use values::Settings;
