//! The list of what was said, and changes of its lines: fix, take back, say who really said it, split, read it as
//! something else, or remove its text for good.

mod actions;
pub(super) mod before;
mod chosen;
pub(super) mod find;
pub(super) mod fix;
pub(super) mod kinds;
mod last_line;
pub(super) mod line_kind;
pub(super) mod list;
pub(super) mod speakers;
pub(super) mod split;
pub(super) mod strike;
pub(super) mod take_back;
pub(super) mod undo;

pub use actions::{LINE_ACTIONS, LineAction};
pub(super) use last_line::{is_being_saved, is_typed_over};
pub(super) use list::{go_in, go_to, is_inside, leave, press};
pub(super) use speakers::{seat_row, speaks_by_digit};
