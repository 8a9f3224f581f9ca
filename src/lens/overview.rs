//! A map told as a whole, in sentences: how it stands, what is in the middle, who has to be in the room, what does not move,
//! what is joined to nothing, and which things belong together.

mod central;
mod groups;
mod line;
mod names;
mod room;
mod state;
mod stuck;

pub use groups::{called, group_section};
pub use line::{OverviewLine, OverviewSection};

use super::Field;
use crate::graph::Graph;

/// Tells how a map stands. Sections in which there is nothing to say are left out; of a map without arrows, all but one.
pub fn overview(graph: &Graph) -> Vec<OverviewSection> {
    let field = Field::of(graph);
    let sections = [
        ("How the map stands", state::lines(&field)),
        ("In the middle", central::lines(graph)),
        ("Who has to be in the room", room::lines(graph)),
        ("What does not move", stuck::blocked_lines(&field)),
        ("Joined to nothing", stuck::orphan_lines(graph)),
    ];
    let sections = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    sections.map(|(heading, lines)| OverviewSection { heading, lines }).collect()
}
