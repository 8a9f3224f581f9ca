//! A ripple for the room, wave by wave.

use crate::app::map::Shows;
use crate::graph::{Causal, Graph, Key, ReachedThing, Ripple};
use crate::lens::{FAINTEST, LONGEST_PATH};
use crate::record::spoken::about;

/// What follows from a push on a thing, as far as the room sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomWaves {
    /// The waves that are shown, the first of them at once.
    pub waves: Vec<RoomWave>,
    /// The number of all waves.
    pub all: usize,
}

/// What changes over the same number of arrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomWave {
    /// What changes, the strongest change first.
    pub changes: Vec<WaveChange>,
}

/// A thing that a push changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaveChange {
    /// The sign of the change.
    pub shows: Shows,
    /// The change, such as "less Handle time".
    pub words: String,
    /// How the change comes about, such as "by way of Repeat calls"; `None` for a change at once.
    pub aside: Option<String>,
}

/// Returns the first `shown` waves of a push on a thing; none for a thing that is not on the map.
pub(super) fn waves(graph: &Graph, of: &Key, less: bool, shown: usize) -> RoomWaves {
    let causal = Causal::of(graph);
    let Some(start) = causal.place_of(of) else { return RoomWaves::default() };
    let ripple = Ripple::of(&causal, start, LONGEST_PATH, FAINTEST);
    let told = |wave: &Vec<ReachedThing<'_>>| RoomWave {
        changes: wave.iter().filter_map(|reached| change(&causal, reached, less)).collect(),
    };
    RoomWaves { waves: ripple.waves.iter().take(shown).map(told).collect(), all: ripple.waves.len() }
}

/// Returns the number of waves of a push on a thing.
pub(in crate::app) fn count_waves(graph: &Graph, of: &Key) -> usize {
    waves(graph, of, false, 0).all
}

fn change(causal: &Causal<'_>, reached: &ReachedThing<'_>, less: bool) -> Option<WaveChange> {
    let thing = causal.thing(reached.place)?;
    let ends_less = reached.path.turns != less;
    let shows = if reached.against.is_some() { Shows::Both } else { Shows::push(ends_less) };
    let words = match reached.against {
        Some(_) => format!("{}, pulled both up and down", thing.label),
        None => format!("{} {}", if ends_less { "less" } else { "more" }, thing.label),
    };
    let through = Some(&reached.path).filter(|path| path.len() > 1).and_then(|path| path.steps.last());
    let through = through.and_then(|step| causal.thing(step.from)).map(|thing| format!("by way of {}", thing.label));
    let when = Some(reached.path.days).filter(|days| *days > 0).map(|days| format!("within {}", about(days)));
    let aside: Vec<String> = through.into_iter().chain(when).collect();
    Some(WaveChange { shows, words, aside: Some(aside.join(", ")).filter(|aside| !aside.is_empty()) })
}
