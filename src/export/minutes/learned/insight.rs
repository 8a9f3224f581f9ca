use std::collections::BTreeSet;

use super::words::RoomWords;
use crate::export::chain::chain;
use crate::export::markdown::foreign;
use crate::graph::{Judged, Key, Link};
use crate::lens::{Finding, Lens};
use crate::record::Relation;

/// Something that the room learned.
pub(super) struct LearnedItem<'a> {
    /// The sentence, as Markdown.
    pub(super) says: String,
    /// The arrows that it rests on.
    pub(super) links: Vec<Link<'a>>,
    pub(super) judged: Option<&'a Judged>,
    /// How much of the room's own words is in it; for ordering alone.
    pub(super) weight: usize,
}

impl<'a> LearnedItem<'a> {
    /// A finding, told as a chain of effects where it is one.
    pub(super) fn found(room: &RoomWords<'a>, finding: &'a Finding, judged: Option<&'a Judged>) -> Self {
        let links = finding.arrows.iter().filter_map(|(from, to, relation)| room.graph.link(from, to, *relation));
        let links: Vec<Link<'a>> = links.collect();
        let chained = (finding.lens == Lens::RIPPLE).then(|| chain(&links)).flatten();
        let says = chained.unwrap_or_else(|| foreign(&finding.says));
        let weight = room.weight_of(&links);
        Self { says, links, judged, weight }
    }

    /// A chain of effects; `None` for arrows that are none.
    pub(super) fn chained(room: &RoomWords<'a>, links: Vec<Link<'a>>) -> Option<Self> {
        let says = chain(&links)?;
        // What people said themselves, arrow by arrow, comes before a pattern that the map puts together.
        let weight = room.weight_of(&links) * 3 / 2;
        Some(Self { says, links, judged: None, weight })
    }

    /// Whether this chain begins with another one and goes on from there.
    pub(super) fn goes_on_from(&self, other: &Self) -> bool {
        self.links.len() > other.links.len()
            && self.links.iter().map(ends).zip(&other.links).all(|(mine, link)| mine == ends(link))
    }

    /// Whether another insight adds little: half of its arrows or more are told here.
    pub(super) fn holds(&self, other: &Self) -> bool {
        let mine: BTreeSet<_> = self.links.iter().map(ends).collect();
        let shared = other.links.iter().filter(|link| mine.contains(&ends(link))).count();
        !other.links.is_empty() && shared * 2 >= other.links.len()
    }
}

fn ends<'a>(link: &Link<'a>) -> (&'a Key, &'a Key, Relation) {
    (&link.from.key, &link.to.key, link.arrow.relation)
}
