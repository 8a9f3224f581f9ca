//! The map as a picture: the drawing of [`crate::layout`] in pixels.
//!
//! A box shows its kind by a shape and a word, and its unit by a tint and a name; an arrow shows its sign by a mark at
//! the head. Where two lines cross, the level one hops over the upright one. Nothing is shown by colour alone.

mod arrow;
mod boxes;
mod card;
mod choice;
mod document;
mod legend;
mod line;
mod pages;
mod picture;
mod rows;
mod shape;
mod split;

pub(super) use document::STYLE;
use document::house_map_svg;
pub use document::map_svg;
pub(super) use pages::MapPages;

use super::format::{ExportFormat, TO_READ};

/// The entry of the SVG format in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat::map("svg", "The map as a picture", TO_READ, "svg", |material| {
    house_map_svg(material.graph, material.title, material.arrows, material.house)
});
