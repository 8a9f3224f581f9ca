//! Title, people and agenda of a session: asked before the session begins, and changed while it runs.

pub(super) mod about;
mod begin;
mod change;
mod choosing;
pub(super) mod languages;
mod people;
mod popup;
mod shows;
mod spoken;
mod state;

pub(super) use begin::begin;
pub use people::{ListedPerson, names_of, people_on, read_person};
pub(super) use popup::COMMANDS;
pub use spoken::languages_of_locale;
pub(super) use spoken::opening_in;
pub use state::{Begun, Setup, SetupStage};
