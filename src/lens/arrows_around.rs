use std::collections::BTreeMap;

use crate::graph::{Graph, Key, Link, Thing};
use crate::record::Relation;

/// The relations of effects, with any sign.
pub const EFFECTS: &[Relation] = &[Relation::Affects, Relation::Rewards, Relation::Feeds];

/// The arrows into and out of each thing, of any relation.
#[derive(Debug, Default)]
pub struct ArrowsAround<'a> {
    into: BTreeMap<&'a Key, Vec<Link<'a>>>,
    out: BTreeMap<&'a Key, Vec<Link<'a>>>,
}

impl<'a> ArrowsAround<'a> {
    /// Groups the arrows of a graph by the things at their ends.
    pub fn of(graph: &'a Graph) -> Self {
        let mut around = Self::default();
        for link in graph.links() {
            around.into.entry(&link.to.key).or_default().push(link);
            around.out.entry(&link.from.key).or_default().push(link);
        }
        around
    }

    /// Returns the arrows into a thing.
    pub fn leading_to(&self, key: &Key) -> &[Link<'a>] {
        self.into.get(key).map_or(&[], Vec::as_slice)
    }

    /// Returns the arrows out of a thing.
    pub fn leading_from(&self, key: &Key) -> &[Link<'a>] {
        self.out.get(key).map_or(&[], Vec::as_slice)
    }

    /// Returns the arrows of these relations into a thing.
    pub fn arrows_into<'r>(
        &'r self,
        thing: &Thing,
        relations: &'r [Relation],
    ) -> impl Iterator<Item = Link<'a>> + use<'r, 'a> {
        of(self.leading_to(&thing.key), relations)
    }

    /// Returns the arrows of these relations out of a thing.
    pub fn arrows_out<'r>(
        &'r self,
        thing: &Thing,
        relations: &'r [Relation],
    ) -> impl Iterator<Item = Link<'a>> + use<'r, 'a> {
        of(self.leading_from(&thing.key), relations)
    }
}

fn of<'r, 'a>(links: &'r [Link<'a>], relations: &'r [Relation]) -> impl Iterator<Item = Link<'a>> + use<'r, 'a> {
    links.iter().copied().filter(|link| relations.contains(&link.arrow.relation))
}
