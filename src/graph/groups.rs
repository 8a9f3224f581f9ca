//! Things that belong together because more arrows join them to each other than to the rest.

mod joints;
mod louvain;
mod name;

use std::collections::BTreeMap;

use super::{Arrow, Graph, Key};
use crate::record::Sign;
use joints::Joints;
pub use joints::is_grouping;
use louvain::communities;
pub use name::GroupName;
use name::named;

/// The groups of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThingGroups {
    /// The groups of at least two things, the largest first; of equal size, the one with the first thing.
    pub groups: Vec<ThingGroup>,
    /// The things that no arrow joins to another; arrows that only say who answers for a thing do not count.
    pub alone: Vec<Key>,
    /// How much closer the groups hold together than chance would have it, from -0.5 to 1 (modularity; Newman and Girvan
    /// 2004).
    pub modularity: f64,
}

/// A group of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThingGroup {
    /// What its things share.
    pub name: GroupName,
    /// Its things, in key order.
    pub things: Vec<Key>,
    /// The arrows between its things.
    pub inside: SignCount,
    /// The arrows between its things and others.
    pub across: SignCount,
}

/// The number of arrows by sign. Plus and minus are counted apart, so that they never cancel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignCount {
    /// More leads to more.
    pub plus: usize,
    /// More leads to less.
    pub minus: usize,
    /// People disagree.
    pub disputed: usize,
    /// Nobody said which direction, or the relation has none.
    pub unsigned: usize,
}

impl SignCount {
    /// Returns the number of arrows.
    pub const fn all(self) -> usize {
        self.plus + self.minus + self.disputed + self.unsigned
    }

    fn add(&mut self, arrow: &Arrow) {
        let count = match arrow.effect() {
            _ if arrow.is_disputed() => &mut self.disputed,
            Sign::Plus => &mut self.plus,
            Sign::Minus => &mut self.minus,
            Sign::Unknown | Sign::NoEffect => &mut self.unsigned,
        };
        *count += 1;
    }
}

impl ThingGroups {
    /// Finds the groups of a map.
    ///
    /// The method of Louvain (Blondel, Guillaume, Lambiotte and Lefebvre 2008) over things in key order, with connected
    /// groups as Traag, Waltman and van Eck (2019) ask for. Two things are joined by the strengths of all arrows between
    /// them; an arrow that lowers joins as much as one that raises, for both say that the two have to do with each other.
    /// All numbers are whole, and ties go to the group whose first thing comes first, so that neither the order of files nor
    /// rounding changes the answer.
    pub fn of(graph: &Graph) -> Self {
        let joints = Joints::of(graph);
        let of_thing = communities(&joints);
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (thing, group) in of_thing.iter().enumerate() {
            members.entry(*group).or_default().push(thing);
        }
        let mut groups: Vec<Vec<usize>> = members.into_values().collect();
        groups.sort_by_key(|things| (std::cmp::Reverse(things.len()), things.first().copied()));
        let modularity = joints.modularity(&groups);
        let (groups, alone): (Vec<_>, Vec<_>) = groups.into_iter().partition(|things| things.len() > 1);
        let known: Vec<&Key> = graph.things().map(|thing| &thing.key).collect();
        let key = |thing: &usize| known.get(*thing).map(|key| (*key).clone());
        let keys: Vec<Vec<Key>> = groups.iter().map(|things| things.iter().filter_map(key).collect()).collect();
        let names = named(graph, &keys);
        let (inside, across) = (SignCount::default(), SignCount::default());
        let groups = keys.into_iter().zip(names);
        let groups = groups.filter_map(|(things, name)| Some(ThingGroup { name: name?, things, inside, across }));
        let groups = groups.collect();
        let alone = alone.iter().flatten().filter_map(key).collect();
        let mut groups = Self { groups, alone, modularity };
        groups.count(graph);
        groups
    }

    /// Returns the number of the group of each thing that is in one.
    pub fn numbers(&self) -> BTreeMap<&Key, usize> {
        let numbered = self.groups.iter().enumerate();
        numbered.flat_map(|(at, group)| group.things.iter().map(move |thing| (thing, at))).collect()
    }

    fn count(&mut self, graph: &Graph) {
        let numbers: BTreeMap<Key, usize> =
            self.numbers().into_iter().map(|(key, number)| (key.clone(), number)).collect();
        for link in graph.links().filter(|link| is_grouping(link.arrow.relation)) {
            let (from, to) = (numbers.get(&link.from.key), numbers.get(&link.to.key));
            if from == to {
                if let Some(group) = from.and_then(|at| self.groups.get_mut(*at)) {
                    group.inside.add(link.arrow);
                }
                continue;
            }
            for at in [from, to].into_iter().flatten() {
                if let Some(group) = self.groups.get_mut(*at) {
                    group.across.add(link.arrow);
                }
            }
        }
    }
}
