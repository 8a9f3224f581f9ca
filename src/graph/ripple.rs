use std::collections::BTreeMap;

use super::{Causal, Impact, Key, Path, paths};

/// What a push on one thing does, wave by wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Ripple<'a> {
    /// What is reached first over one arrow, over two, and so on; in each wave what gets most of the push first.
    pub waves: Vec<Vec<ReachedThing<'a>>>,
}

/// A thing that a push arrives at.
#[derive(Clone, Debug, PartialEq)]
pub struct ReachedThing<'a> {
    /// Its place in [`Causal::things`].
    pub place: usize,
    /// The strongest of the shortest paths to it.
    pub path: Path<'a>,
    /// A path that pulls it the other path, the strongest of them.
    pub against: Option<Path<'a>>,
    /// The units the path goes into, in its order; none where it stays in one.
    pub crosses: Vec<Key>,
}

impl<'a> Ripple<'a> {
    /// Along signed effects from a place, at most `longest` arrows far, and no further than where `faintest` arrives.
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
            // Of equals the first in key order, which is the order in which they were found.
            wave.sort_by_key(|reached| std::cmp::Reverse(reached.path.impact));
        }
        Self { waves }
    }

    /// How many things are reached.
    pub fn len(&self) -> usize {
        self.waves.iter().map(Vec::len).sum()
    }

    /// Whether the push goes nowhere.
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

/// The units a path goes into, each time it leaves one that is known for another.
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
