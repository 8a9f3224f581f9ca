//! Things and arrows drawn in layers on a grid of characters: graph in, boxes and lines out.
//!
//! A [`Sketch`] says what is to be drawn. [`Drawing::of`] works in the stages of Sugiyama, Tagawa and Toda (1981): it
//! breaks loops, gives things layers, orders the layers so that few arrows cross, gives everything columns, and gives
//! each arrow a path of its own. A [`Canvas`] shows the result in characters. Every arrow of the sketch is in the
//! drawing. Two arrows share a cell only where they cross, and there the upright one is drawn through: following the
//! characters from a box leads to the end of the arrow. The same sketch gives the same drawing; [`Drawing::after`]
//! leaves what was in a [`PriorLayout`] where it was.

mod acyclic;
mod ahead;
mod canvas;
mod channel;
mod draw;
mod drawing;
mod fit;
mod glyph;
mod graph;
mod insertion;
mod label;
mod labels;
mod layered;
mod order;
mod pen;
mod place;
mod port;
mod prior;
mod rank;
mod sized;
mod sketch;
mod slots;
mod stack;

pub use acyclic::turned;
pub use canvas::{Canvas, Cell};
pub use drawing::{ArrowPath, Drawing, DrawnBox, Limits, Point};
pub use glyph::{Glyph, Script};
pub use graph::mark;
pub use labels::{LabelArea, LabelledPoint, PlacedLabel};
pub use prior::PriorLayout;
pub use sketch::{ArrowMark, Sketch, SketchArrow, SketchBox, UnknownNode};
