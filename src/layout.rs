//! Things and arrows drawn in layers on a grid of characters: graph in, boxes and lines out.
//!
//! A [`Sketch`] says what is to be drawn. [`Drawing::of`] works in the stages of Sugiyama, Tagawa and Toda (1981):
//! circles are broken, things get layers, the layers an order with few intersections, the order columns, the arrows
//! ways of their own. A [`Canvas`] shows the result in characters. Every arrow of the sketch is in the drawing, none
//! shares a cell with another one except where they cross, and where they cross the upright one is drawn through: so
//! whoever follows the characters from a box arrives where the arrow ends. The same sketch gives the same drawing;
//! given the [`PriorLayout`] of an earlier one, what is known stays where it was.

mod acyclic;
mod ahead;
mod canvas;
mod drawing;
mod fit;
mod glyph;
mod graph;
mod label;
mod layered;
mod order;
mod pen;
mod place;
mod places;
mod port;
mod rank;
mod route;
mod sketch;
mod slots;
mod stack;

pub use acyclic::turned;
pub use canvas::{Canvas, Cell};
pub use drawing::{ArrowPath, Drawing, DrawnBox, Limits, Point};
pub use glyph::{Glyph, Script};
pub use graph::mark;
pub use places::PriorLayout;
pub use sketch::{ArrowMark, Sketch, SketchArrow, SketchBox, UnknownNode};
