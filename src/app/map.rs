//! The map screen: one selection, six ways to look at it.

mod around;
mod change;
mod changing;
pub(super) mod commands;
mod drawn;
mod filtering;
mod find;
mod finding;
mod keys;
mod mark;
pub(super) mod open;
mod paths;
mod picture;
mod ripple;
mod row;
mod scene;
mod table;
mod trees;
mod view;

pub use change::{CHANGES, Change};
pub use drawn::{Drawn, Fold, Zoom};
pub use find::{Find, found};
pub(super) use keys::{paste, press};
pub use mark::{Shows, Side, asides, phrase};
pub(super) use open::{look, open, open_then, refresh, surveyed};
pub use row::{At, Row};
pub use scene::{Picture, Scene};
pub use table::{Column, Listed, Table};
pub use view::{MapView, View};
