use std::collections::BTreeMap;

use crate::graph::{Key, Link, Thing};
use crate::lens::Field;
use crate::record::Relation;

/// What moves something, or is moved by it.
pub(super) const EFFECTS: &[Relation] = &[Relation::Affects, Relation::Rewards, Relation::Feeds];

/// The arrows into and out of each thing, whatever they say.
pub(super) struct Around<'a> {
    into: BTreeMap<&'a Key, Vec<Link<'a>>>,
    out: BTreeMap<&'a Key, Vec<Link<'a>>>,
}

impl<'a> Around<'a> {
    pub(super) fn of(field: &Field<'a>) -> Self {
        let mut around = Self { into: BTreeMap::new(), out: BTreeMap::new() };
        for link in field.graph.links() {
            around.into.entry(&link.to.key).or_default().push(link);
            around.out.entry(&link.from.key).or_default().push(link);
        }
        around
    }

    /// The arrows of these relations into a thing.
    pub(super) fn into(&self, thing: &Thing, relations: &[Relation]) -> impl Iterator<Item = Link<'a>> {
        of(self.into.get(&thing.key), relations)
    }

    /// The arrows of these relations out of a thing.
    pub(super) fn out(&self, thing: &Thing, relations: &[Relation]) -> impl Iterator<Item = Link<'a>> {
        of(self.out.get(&thing.key), relations)
    }
}

fn of<'a>(links: Option<&Vec<Link<'a>>>, relations: &[Relation]) -> impl Iterator<Item = Link<'a>> {
    links.into_iter().flatten().copied().filter(|link| relations.contains(&link.arrow.relation))
}
