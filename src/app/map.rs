//! The map screen: one selection, six ways to look at it.

mod around;
mod change;
mod drawn;
mod find;
mod mark;
mod paths;
mod ripple;
mod row;
mod scene;
mod table;
mod trees;
mod view;

pub use change::{CHANGES, Change};
pub use drawn::{Drawn, Fold, Zoom};
pub use find::{Find, found};
pub use mark::{Shows, Side, asides, phrase};
pub use row::{At, Row};
pub use scene::{Picture, Scene};
pub use table::{Column, Listed, Table};
pub use view::{MapView, View};
