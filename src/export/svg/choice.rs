use std::collections::BTreeSet;

use crate::export::material::Arrows;
use crate::graph::{Graph, Key, Link, Thing};
use crate::record::english::counted;
use crate::record::{Relation, Sign};

/// The maximum number of arrows of a map for which all are drawn. A map with more shows only its effects, unless
/// [`Arrows::All`] is given.
const READABLE: usize = 40;

/// The maximum number of things of a map that is drawn; below, the maximum number of arrows.
const THINGS: usize = 600;
const LINKS: usize = 1_000;

/// The things and arrows that are drawn.
#[derive(Clone)]
pub(super) struct ShownMap<'a> {
    pub(super) things: Vec<&'a Thing>,
    pub(super) links: Vec<Link<'a>>,
    all_things: usize,
    all_arrows: usize,
}

impl<'a> ShownMap<'a> {
    pub(super) fn of(graph: &'a Graph, arrows: Arrows) -> Self {
        let counts = graph.counts();
        let only_effects = arrows == Arrows::Readable && counts.arrows > READABLE;
        let mut links: Vec<Link<'a>> = graph.links().filter(|link| !only_effects || is_effect(*link)).collect();
        if links.is_empty() {
            links = graph.links().collect();
        }
        let is_whole = links.len() == counts.arrows;
        let touched: BTreeSet<&Key> = links.iter().flat_map(|link| [&link.from.key, &link.to.key]).collect();
        let things = graph.things().filter(|thing| is_whole || touched.contains(&thing.key)).collect();
        Self { things, links, all_things: counts.things, all_arrows: counts.arrows }
    }

    /// Whether the map is too large for pictures of any kind.
    pub(super) const fn is_too_large(&self) -> bool {
        self.things.len() > THINGS || self.links.len() > LINKS
    }

    /// The sentence that stands in the place of a picture.
    pub(super) fn left_out(&self) -> String {
        format!(
            "{} and {} are too many for a picture that anybody can read.",
            counted(self.things.len(), "thing", "things"),
            counted(self.links.len(), "arrow", "arrows")
        )
    }

    /// A part of this map.
    pub(super) const fn part(&self, things: Vec<&'a Thing>, links: Vec<Link<'a>>) -> Self {
        Self { things, links, all_things: self.all_things, all_arrows: self.all_arrows }
    }

    /// The number of arrows shown, such as "34 of 74 arrows shown".
    pub(super) fn told(&self) -> String {
        let (things, arrows) = (self.things.len(), self.links.len());
        if things == self.all_things && arrows == self.all_arrows {
            return format!("all {things} things, all {arrows} arrows");
        }
        format!(
            "{arrows} of {} arrows shown, {things} of {} things: what makes what more or less",
            self.all_arrows, self.all_things
        )
    }
}

/// Whether an arrow is an effect: more of its start makes its end more or less. Other arrows, such as those that say to
/// which unit a party belongs, are shown only when all arrows are.
pub(super) const fn is_effect(link: Link<'_>) -> bool {
    match link.arrow.relation {
        Relation::Affects | Relation::Rewards => true,
        Relation::Feeds => matches!(link.arrow.sign, Sign::Plus | Sign::Minus),
        _ => false,
    }
}
