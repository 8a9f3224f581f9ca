use std::collections::BTreeSet;

use crate::record::{Kind, Relation};

use super::{Graph, Key};

/// The forums of a graph, each with the units of the things it covers.
#[derive(Clone, Debug, Default)]
pub struct Bridges {
    forums: Vec<(Key, BTreeSet<Key>)>,
}

impl Bridges {
    /// Collects the forums of a graph, in key order.
    pub fn of(graph: &Graph) -> Self {
        let mut forums: Vec<(Key, BTreeSet<Key>)> = Vec::new();
        for link in graph.links().filter(|link| link.arrow.relation == Relation::Covers) {
            let Some(unit) = link.to.unit.as_ref().filter(|_| link.from.kind == Kind::Forum) else { continue };
            match forums.last_mut().filter(|(forum, _)| *forum == link.from.key) {
                Some((_, units)) => {
                    units.insert(unit.clone());
                }
                None => forums.push((link.from.key.clone(), BTreeSet::from([unit.clone()]))),
            }
        }
        Self { forums }
    }

    /// Whether one forum covers all of these units.
    pub fn join<'k>(&self, units: impl IntoIterator<Item = &'k Key>) -> bool {
        let units: Vec<&Key> = units.into_iter().collect();
        self.forums.iter().any(|(_, covered)| units.iter().all(|unit| covered.contains(*unit)))
    }

    /// Returns every forum with the units it covers.
    pub fn forums(&self) -> impl Iterator<Item = (&Key, &BTreeSet<Key>)> {
        self.forums.iter().map(|(forum, units)| (forum, units))
    }
}
