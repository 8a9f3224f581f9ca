//! A map told as a whole, in sentences: how it stands, what is in the middle, who has to be in the room, what does not move,
//! what is joined to nothing, and which things belong together.

mod central;
mod groups;
mod line;
mod names;
mod room;
mod state;
mod stuck;
mod whole_map;

pub use groups::{block_heading, called, group_section};
pub use line::{OverviewLine, OverviewSection};
pub use whole_map::WholeMap;

use crate::graph::Graph;

/// Tells how a map stands, as [`WholeMap::sections`] does.
pub fn overview(graph: &Graph) -> Vec<OverviewSection> {
    WholeMap::of(graph).sections()
}
