//! Title, people and agenda of a session: asked before the session begins, and changed while it runs.

mod change;
mod people;
mod popup;
mod shows;
mod state;

pub use people::{ListedPerson, names_of, read_person};
pub(super) use popup::COMMANDS;
pub use state::{Begun, Setup, SetupStage};
