//! The map screen: nine views of the same selection.

mod around;
mod change;
mod changing;
mod clicked;
pub(super) mod commands;
mod drawn;
mod filtering;
mod find;
mod finding;
mod for_room;
mod keys;
mod listing;
mod looking;
mod mark;
pub(super) mod open;
pub(super) mod pane;
mod pane_sheet;
mod pane_state;
mod paths;
mod picture;
mod ripple;
mod row;
mod scene;
mod table;
mod trees;
mod view;
mod whole;

pub use change::{CHANGES, ThingChange};
pub(super) use clicked::{click_box, click_cell, click_row, scroll_picture, scroll_rows};
pub use drawn::{Drawn, Fold, Zoom};
pub use find::{Find, found};
pub(super) use for_room::{for_the_room, thing_for_the_room};
pub(super) use keys::{paste, press};
pub use listing::{NeighbourRow, listed};
pub use mark::{NeighbourSide, Shows, asides, phrase};
pub(super) use open::{
    laid_out, layout_due, look, open, open_table, open_then, reading_due, refresh, surveyed, whole_read,
};
pub use row::{At, Row};
pub use scene::MapScene;
pub use table::{Column, Table, TableRow};
pub use view::{MapView, View};
pub use whole::{WholeOrder, WholeReading};
