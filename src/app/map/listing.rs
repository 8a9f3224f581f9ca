use std::collections::BTreeMap;

use super::NeighbourSide;
use crate::graph::{Neighbour, Neighbourhood};

/// A row of the list of what is next to a thing.
#[derive(Clone, Debug, PartialEq)]
pub enum NeighbourRow {
    /// What the rows below are.
    Heading(NeighbourSide),
    /// A cause or an effect.
    Neighbour(NeighbourSide, Box<Neighbour>),
}

/// Lists the effects of a thing and then its causes, each followed by those one arrow further on.
pub fn listed(around: Neighbourhood) -> Vec<NeighbourRow> {
    let mut rows = Vec::new();
    for (side, neighbours) in [(NeighbourSide::Out, around.out), (NeighbourSide::Into, around.into)] {
        rows.extend((!neighbours.is_empty()).then_some(NeighbourRow::Heading(side)));
        let (near, far): (Vec<Neighbour>, Vec<Neighbour>) =
            neighbours.into_iter().filter(|next| next.depth <= 2).partition(|next| next.depth == 1);
        let mut beyond: BTreeMap<&str, Vec<&Neighbour>> = BTreeMap::new();
        for far in &far {
            beyond.entry(far.via.as_deref().unwrap_or_default()).or_default().push(far);
        }
        for near in near {
            let beyond = beyond.get(near.label.as_str()).into_iter().flatten();
            let beyond: Vec<NeighbourRow> =
                beyond.map(|far| NeighbourRow::Neighbour(side, Box::new(Neighbour::clone(far)))).collect();
            rows.push(NeighbourRow::Neighbour(side, Box::new(near)));
            rows.extend(beyond);
        }
    }
    rows
}
