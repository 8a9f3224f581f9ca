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

/// Tells how a map stands. Sections in which there is nothing to say are left out; of a map without arrows, all but one.
pub fn overview(map: &WholeMap<'_>) -> Vec<OverviewSection> {
    let sections = [
        ("How the map stands", state::lines(map)),
        ("In the middle", central::lines(map)),
        ("Who has to be in the room", room::lines(map.graph())),
        ("What does not move", stuck::blocked_lines(&map.field)),
        ("Joined to nothing", stuck::orphan_lines(map.graph())),
    ];
    let sections = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
    sections.map(|(heading, lines)| OverviewSection { heading, lines }).collect()
}
