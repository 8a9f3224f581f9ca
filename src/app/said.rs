//! Changes of earlier lines: undo, fix, reattribute or sort the last line, or remove a text for good.

pub(super) mod fix;
pub(super) mod kinds;
mod last_line;
pub(super) mod speakers;
pub(super) mod strike;
pub(super) mod undo;

pub(super) use fix::fix_last;
pub(super) use last_line::{is_being_saved, is_typed_over};
pub(super) use speakers::{seat_row, speaks_by_digit};
