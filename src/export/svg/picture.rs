use std::collections::BTreeSet;

use super::card::ThingCard;
use super::rows::row_edges;
use crate::export::material::Arrows;
use crate::graph::{Graph, Key, Link};
use crate::layout::{Drawing, Limits, Point, Sketch, SketchBox, mark};
use crate::record::{Relation, Sign};

/// The maximum number of arrows of a map for which all are drawn. A map with more shows only its effects, unless
/// [`Arrows::All`] is given.
const READABLE: usize = 40;

/// The width of a column in pixels.
pub(super) const COLUMN: usize = 8;

/// The maximum width of a picture in columns; a map that cannot be drawn within it becomes wider.
const COLUMNS: usize = 150;

/// A map in pixels.
pub(super) struct MapPicture<'a> {
    links: Vec<Link<'a>>,
    cards: Vec<ThingCard<'a>>,
    drawing: Drawing,
    /// The upper edge of each row and the lower edge of the last, in pixels.
    rows: Vec<usize>,
    all_arrows: usize,
    all_things: usize,
}

impl<'a> MapPicture<'a> {
    pub(super) fn of(graph: &'a Graph, arrows: Arrows) -> Self {
        let counts = graph.counts();
        let only_effects = arrows == Arrows::Readable && counts.arrows > READABLE;
        let mut links: Vec<Link<'a>> = graph.links().filter(|link| !only_effects || is_effect(*link)).collect();
        if links.is_empty() {
            links = graph.links().collect();
        }
        let is_whole = links.len() == counts.arrows;
        let touched: BTreeSet<&Key> = links.iter().flat_map(|link| [&link.from.key, &link.to.key]).collect();
        let shown = graph.things().filter(|thing| is_whole || touched.contains(&thing.key));
        let cards: Vec<ThingCard<'a>> = shown.map(|thing| ThingCard::of(graph, thing)).collect();
        let mut sketch = Sketch::new();
        for card in &cards {
            let sketched =
                SketchBox { label: String::new(), group: card.group(), width: card.width().div_ceil(COLUMN) };
            sketch.add(card.thing.key.as_str(), sketched);
        }
        for link in &links {
            let joined = sketch.join(link.from.key.as_str(), link.to.key.as_str(), mark(*link));
            debug_assert!(joined.is_ok(), "an arrow of a map joins things of that map");
        }
        let drawing = Drawing::of(&sketch, Limits { width: Some(COLUMNS), label: 0 });
        let rows = row_edges(&drawing);
        Self { links, cards, drawing, rows, all_arrows: counts.arrows, all_things: counts.things }
    }

    /// The number of arrows shown, such as "34 of 74 arrows shown".
    pub(super) fn shown(&self) -> String {
        let (things, arrows) = (self.cards.len(), self.links.len());
        if things == self.all_things && arrows == self.all_arrows {
            return format!("all {things} things, all {arrows} arrows");
        }
        format!(
            "{arrows} of {} arrows shown, {things} of {} things: what makes what more or less",
            self.all_arrows, self.all_things
        )
    }

    /// The lower edge of the drawing, in pixels.
    pub(super) fn height(&self) -> usize {
        self.rows.last().copied().unwrap_or_default()
    }

    pub(super) const fn drawing(&self) -> &Drawing {
        &self.drawing
    }

    pub(super) fn cards(&self) -> &[ThingCard<'a>] {
        &self.cards
    }

    pub(super) fn links(&self) -> &[Link<'a>] {
        &self.links
    }

    /// The upper edge of a row, in pixels.
    pub(super) fn top(&self, row: usize) -> usize {
        self.rows.get(row).or(self.rows.last()).copied().unwrap_or_default()
    }

    /// The middle of a cell, in pixels.
    pub(super) fn middle(&self, at: Point) -> (f64, f64) {
        let y = (self.top(at.y) + self.top(at.y + 1)) as f64 / 2.0;
        ((at.x * COLUMN) as f64 + COLUMN as f64 / 2.0, y)
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
