use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Path, PathStep, Thing};
use crate::lens::Field;
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

/// An incentive with the arrows to the parties it covers and to the things it pays for.
pub(super) struct Reward<'a> {
    pub(super) incentive: &'a Thing,
    /// The arrows to what it covers, at least one.
    pub(super) covers: Vec<Link<'a>>,
    /// The arrows to what it pays for, if it is known whether more or less is paid for.
    pub(super) pays: Vec<PathStep<'a>>,
}

impl<'a> Reward<'a> {
    /// Returns every incentive that covers somebody, in key order.
    pub(super) fn all(field: &Field<'a>) -> Vec<Self> {
        let mut covers: BTreeMap<&Key, Vec<Link<'a>>> = BTreeMap::new();
        for link in field.links(Relation::Covers).filter(|link| link.from.kind == Kind::Incentive) {
            covers.entry(&link.from.key).or_default().push(link);
        }
        let pays = |step: &&PathStep<'a>| step.is_signed() && step.arrow.relation == Relation::Rewards;
        let rewards = field.of_kind(Kind::Incentive).filter_map(|(place, incentive)| {
            let covers = covers.remove(&incentive.key)?;
            Some(Self { incentive, covers, pays: field.causal.out_of(place).filter(pays).copied().collect() })
        });
        rewards.collect()
    }

    /// Returns the units of what it covers, as far as they are known.
    pub(super) fn units(&self) -> BTreeSet<&'a Key> {
        self.covers.iter().filter_map(|link| link.to.unit.as_ref()).collect()
    }

    /// Returns the labels of what it covers, as a list in words.
    pub(super) fn people(&self) -> String {
        let names: Vec<&str> = self.covers.iter().map(|link| link.to.label.as_str()).collect();
        listed(&names, "and")
    }

    /// Returns the paths of its effects: to everything it pays for, and from each of these at most `longest` arrows
    /// further.
    pub(super) fn paths(&self, field: &Field<'a>, longest: usize) -> impl Iterator<Item = Path<'a>> {
        self.pays.iter().flat_map(move |pay| {
            let on = field.paths(pay.to).iter().filter(move |path| path.len() <= longest);
            let on = on.map(|path| Path::along([*pay].into_iter().chain(path.steps.iter().copied())));
            [Path::along([*pay])].into_iter().chain(on)
        })
    }
}
