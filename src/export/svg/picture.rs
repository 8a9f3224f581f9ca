use super::card::ThingCard;
use super::choice::ShownMap;
use super::rows::row_tops;
use crate::graph::{Graph, Link};
use crate::layout::{Drawing, Limits, Point, Sketch, SketchBox, mark};

/// The width of a column in pixels.
pub(super) const COLUMN: usize = 8;

/// The maximum width of a picture in columns; a map that would be a tall stack within it becomes wider.
pub(super) const COLUMNS: usize = 150;

/// The maximum width and height of a picture in pixels; common programs refuse pictures of more than 32,767.
const PIXELS: usize = 32_000;

/// A map in pixels.
pub(super) struct MapPicture<'a> {
    links: Vec<Link<'a>>,
    cards: Vec<ThingCard<'a>>,
    drawing: Drawing,
    /// The upper edge of each row and the lower edge of the last, in pixels.
    rows: Vec<usize>,
    /// How much of the map is shown, in words.
    shown: String,
}

impl<'a> MapPicture<'a> {
    /// A picture of some things and arrows of a map, at most about this many columns wide; `shown` tells how much of
    /// the map it shows.
    pub(super) fn of(graph: &'a Graph, map: &ShownMap<'a>, columns: usize, shown: String) -> Self {
        let cards: Vec<ThingCard<'a>> = map.things.iter().map(|thing| ThingCard::of(graph, thing)).collect();
        let mut sketch = Sketch::new();
        for card in &cards {
            let sketched =
                SketchBox { label: String::new(), group: card.group(), width: card.width().div_ceil(COLUMN) };
            sketch.add(card.thing.key.as_str(), sketched);
        }
        for link in &map.links {
            let joined = sketch.join(link.from.key.as_str(), link.to.key.as_str(), mark(*link));
            debug_assert!(joined.is_ok(), "an arrow of a map joins things of that map");
        }
        let drawing = Drawing::of(&sketch, Limits { width: Some(columns), label: 0 });
        let rows = row_tops(&drawing);
        Self { links: map.links.clone(), cards, drawing, rows, shown }
    }

    /// A picture of all that is shown of a map; `None` where it would be too large for programs that draw pictures.
    pub(super) fn whole(graph: &'a Graph, map: &ShownMap<'a>) -> Option<Self> {
        let picture = (!map.is_too_large()).then(|| Self::of(graph, map, COLUMNS, map.told()))?;
        (picture.width().max(picture.height()) <= PIXELS).then_some(picture)
    }

    /// How much of the map is shown, such as "34 of 74 arrows shown".
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// The right edge of the drawing, in pixels.
    pub(super) const fn width(&self) -> usize {
        self.drawing.width * COLUMN
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
