use std::collections::BTreeSet;

use crate::graph::{Graph, Key, SpeakerUnits};
use crate::record::Session;

/// Returns the units from which a person has spoken in a session, as the graph assigns parties to units.
pub fn heard(session: &Session, graph: &Graph) -> BTreeSet<Key> {
    let units = SpeakerUnits::of(graph);
    session.live().filter_map(|event| units.of_speaker(session, event)).collect()
}
