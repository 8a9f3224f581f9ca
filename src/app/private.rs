//! Everything the room must not see: private sessions, notes for the facilitator, and names, which a bar covers.

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
