//! What is not for the room: a session that is private, notes for oneself, names under a bar.

mod confidence;
mod own_notes;
pub(super) mod switch;
mod taking_notes;
mod veil;

pub use confidence::Confidence;
pub use own_notes::OwnNotes;
pub(super) use switch::told;
pub(super) use taking_notes::{not_saved, saved, taken_out};
pub use veil::{bar_over, veiled};
