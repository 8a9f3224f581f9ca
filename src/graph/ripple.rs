use std::collections::BTreeMap;

use super::{Causal, Impact, Key, Path, paths};

/// The things that a change of one thing reaches, wave by wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Ripple<'a> {
    /// The things reached over one arrow, over two arrows, and so on; within a wave by impact, largest first.
    pub waves: Vec<Vec<ReachedThing<'a>>>,
}

/// A thing that a change reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct ReachedThing<'a> {
    /// Its place in [`Causal::things`].
    pub place: usize,
    /// The path of the most impact among the shortest paths to it.
    pub path: Path<'a>,
    /// The path of the most impact among those that move it in the opposite direction; `None` if there is none.
    pub against: Option<Path<'a>>,
    /// The units that the path enters, in its order; empty if it stays in one unit.
    pub crosses: Vec<Key>,
}

impl<'a> Ripple<'a> {
    /// Follows signed effects from a place, on paths of at most `longest` arrows with an impact of at least `faintest`.
    pub fn of(causal: &Causal<'a>, from: usize, longest: usize, faintest: Impact) -> Self {
        let mut by_end: BTreeMap<usize, Vec<Path<'a>>> = BTreeMap::new();
        for path in paths(causal, from, longest, faintest) {
            if let Some(end) = path.end() {
                by_end.entry(end).or_default().push(path);
            }
        }
        let mut waves: Vec<Vec<ReachedThing<'a>>> = Vec::new();
        for (place, found) in by_end {
            let Some(path) = strongest(found.iter().filter(|path| path.len() == shortest(&found))) else { continue };
            let against = strongest(found.iter().filter(|other| other.turns != path.turns)).cloned();
            let crosses = crossed(causal, path);
            let wave = path.len();
            waves.resize_with(waves.len().max(wave), Vec::new);
            if let Some(wave) = waves.get_mut(wave - 1) {
                wave.push(ReachedThing { place, path: path.clone(), against, crosses });
            }
        }
        for wave in &mut waves {
            // The sort is stable: equal impacts stay in key order.
            wave.sort_by_key(|reached| std::cmp::Reverse(reached.path.impact));
        }
        Self { waves }
    }

    /// Returns the number of things reached.
    pub fn len(&self) -> usize {
        self.waves.iter().map(Vec::len).sum()
    }

    /// Whether no thing is reached.
    pub fn is_empty(&self) -> bool {
        self.waves.is_empty()
    }
}

fn shortest(paths: &[Path<'_>]) -> usize {
    paths.iter().map(Path::len).min().unwrap_or_default()
}

fn strongest<'t, 'a: 't>(paths: impl Iterator<Item = &'t Path<'a>>) -> Option<&'t Path<'a>> {
    paths.reduce(|best, path| if path.impact > best.impact { path } else { best })
}

/// Lists the units that a path enters from another known unit, in order.
fn crossed(causal: &Causal<'_>, path: &Path<'_>) -> Vec<Key> {
    let units = path.places().filter_map(|place| causal.thing(place)?.unit.as_ref());
    let mut crossed: Vec<Key> = Vec::new();
    let mut here: Option<&Key> = None;
    for unit in units {
        if here.is_some_and(|here| here != unit) {
            crossed.push(unit.clone());
        }
        here = Some(unit);
    }
    crossed
}
