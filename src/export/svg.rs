//! The map as a picture: the drawing of [`crate::layout`] in pixels, to be read by people.
//!
//! Boxes tell their sort by a shape and a word, teams by a tint and a name, signs by a mark at the head; of two lines
//! that cross, the level one hops over the upright one. Colour alone says nothing.

mod card;
mod legend;
mod picture;
mod shape;
mod way;

use super::xml::Xml;
use crate::graph::Graph;
use picture::Picture;

/// As many arrows are all drawn; of more, only effects are, unless all are asked for.
const READABLE: usize = 40;

/// Which arrows a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrows {
    /// All of a small map, the effects of a large one.
    #[default]
    Readable,
    /// All of them.
    All,
}

/// How a picture looks, in a light and in a dark place.
pub(super) const STYLE: &str = include_str!("svg/style.css");

/// The map as an SVG file.
pub fn svg(graph: &Graph, title: &str, arrows: Arrows) -> String {
    let mut xml = Xml::new();
    xml.declare();
    Picture::of(graph, arrows).write(&mut xml, title, Some(STYLE));
    xml.finish()
}

/// The map as a part of a page that has [`STYLE`] in its own.
pub(super) fn inline(graph: &Graph, title: &str, arrows: Arrows) -> String {
    let mut xml = Xml::new();
    Picture::of(graph, arrows).write(&mut xml, title, None);
    xml.finish()
}
