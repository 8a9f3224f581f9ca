//! The map as a picture: the drawing of [`crate::layout`] in pixels, to be read by people.
//!
//! Boxes tell their sort by a shape and a word, teams by a tint and a name, signs by a mark at the head; of two lines
//! that cross, the level one hops over the upright one. Colour alone says nothing.

mod arrow;
mod boxes;
mod card;
mod document;
mod legend;
mod line;
mod picture;
mod shape;

pub use document::map_svg;
pub(super) use document::{STYLE, inline_svg};

use super::format::ExportFormat;

/// SVG.
pub(super) const FORMAT: ExportFormat = ExportFormat::map("svg", "The map as a picture", |material| {
    map_svg(material.graph, material.title, material.arrows)
});
