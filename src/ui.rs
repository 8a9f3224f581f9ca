//! Screens, popups and widgets: the model drawn, every frame from state alone.

mod alarm;
mod ansi;
mod ascii;
mod big;
mod buttons;
mod canvas_row;
mod card;
mod entry_line;
mod footer;
mod frame;
mod home;
mod key_check;
mod map;
mod mirror;
mod neighbours;
mod paint;
mod plots;
mod popup;
mod replay;
pub mod room;
mod run;
mod surface;
mod sweep;
mod tour;
mod words;

pub use ansi::rows_that_differ;
pub use frame::{draw, draw_with_regions};
pub use key_check::draw_key_check;
pub use paint::Paint;
pub(crate) use surface::Frame;
pub use surface::Regions;
pub(crate) use words::wrap;
