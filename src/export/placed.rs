use std::collections::BTreeMap;

use crate::graph::{Graph, Key, Thing};
use crate::layout::{Drawing, Limits, Sketch, SketchBox, mark};

/// The width and the height of a cell of a drawing, in pixels.
const CELL: (usize, usize) = (10, 44);

/// The width of a box in columns; below, the width of the drawing of a unit.
const BOX: usize = 26;
const COLUMNS: usize = 120;

/// The height of a box in pixels.
const HEIGHT: usize = 3 * CELL.1;

/// The maximum number of things, and of arrows, of a unit that is drawn in layers. The things of a larger one stand in
/// rows.
const THINGS: usize = 200;
const ARROWS: usize = 600;

/// The space around the things of a unit; below, the space between two units, in pixels.
const MARGIN: usize = 40;
const APART: usize = 80;

/// A rectangle in pixels: its upper left corner, its width, its height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PixelBox {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// A map for tools in which boxes stand anywhere: a place for every thing, and a frame for every unit around its things
/// and no others.
pub(super) struct PlacedMap<'a> {
    pub(super) things: Vec<(&'a Thing, PixelBox)>,
    /// The units in order, each with its key and its frame.
    pub(super) units: Vec<(&'a Key, PixelBox)>,
}

/// The things of a unit at their places, as if the unit stood alone.
struct UnitBlock<'a> {
    unit: Option<&'a Key>,
    things: Vec<(&'a Thing, PixelBox)>,
    width: usize,
    height: usize,
}

impl<'a> PlacedMap<'a> {
    /// Places these things: each unit is drawn in layers, and the units stand beside and below each other.
    pub(super) fn of(graph: &'a Graph, things: impl Iterator<Item = &'a Thing>) -> Self {
        let mut units: BTreeMap<Option<&Key>, Vec<&Thing>> = BTreeMap::new();
        for thing in things {
            units.entry(thing.unit.as_ref()).or_default().push(thing);
        }
        let blocks: Vec<UnitBlock<'a>> =
            units.into_iter().map(|(unit, things)| UnitBlock::of(graph, unit, things)).collect();
        let area: usize = blocks.iter().map(|block| (block.width + APART) * (block.height + APART)).sum();
        let widest = blocks.iter().map(|block| block.width).max().unwrap_or_default();
        let width = (area * 3 / 2).isqrt().max(widest);
        let mut placed = Self { things: Vec::new(), units: Vec::new() };
        let (mut left, mut top, mut row) = (0, 0, 0);
        for block in blocks {
            if left > 0 && left + block.width > width {
                (left, top, row) = (0, top + row + APART, 0);
            }
            row = row.max(block.height);
            let frame = PixelBox { x: left, y: top, width: block.width, height: block.height };
            placed.units.extend(block.unit.map(|unit| (unit, frame)));
            left += block.width + APART;
            placed.things.extend(
                block.things.into_iter().map(|(thing, at)| {
                    (thing, PixelBox { x: frame.x + MARGIN + at.x, y: frame.y + MARGIN + at.y, ..at })
                }),
            );
        }
        placed.things.sort_by_key(|(thing, _)| &thing.key);
        placed
    }
}

impl<'a> UnitBlock<'a> {
    fn of(graph: &'a Graph, unit: Option<&'a Key>, things: Vec<&'a Thing>) -> Self {
        let places = places(graph, &things);
        let end = |end: fn(&PixelBox) -> usize| places.iter().map(end).max().unwrap_or_default() + 2 * MARGIN;
        let (width, height) = (end(|at| at.x + at.width), end(|at| at.y + at.height));
        Self { unit, things: things.into_iter().zip(places).collect(), width, height }
    }
}

/// The places of these things, which stand in the order of their keys.
pub(super) fn places(graph: &Graph, things: &[&Thing]) -> Vec<PixelBox> {
    layered(graph, things).unwrap_or_else(|| in_rows(things.len()))
}

/// The places of things that are drawn in layers; `None` for too many of them.
fn layered(graph: &Graph, things: &[&Thing]) -> Option<Vec<PixelBox>> {
    if things.len() > THINGS {
        return None;
    }
    let mut sketch = Sketch::new();
    for thing in things {
        sketch.add(thing.key.as_str(), SketchBox { label: String::new(), group: None, width: BOX });
    }
    let inside = |key: &Key| things.binary_search_by(|thing| thing.key.cmp(key)).is_ok();
    for thing in things {
        let out = graph.links_at(&thing.key).filter(|link| link.from.key == thing.key && inside(&link.to.key));
        for link in out.filter(|link| link.from.key != link.to.key) {
            sketch.join(link.from.key.as_str(), link.to.key.as_str(), mark(link)).ok()?;
        }
    }
    if sketch.edges().len() > ARROWS {
        return None;
    }
    let drawing = Drawing::of(&sketch, Limits { width: Some(COLUMNS), label: 0 });
    let places: BTreeMap<&str, PixelBox> = drawing
        .boxes
        .iter()
        .map(|drawn| {
            let (x, y) = (drawn.corner.x * CELL.0, drawn.corner.y * CELL.1);
            (drawn.id.as_str(), PixelBox { x, y, width: drawn.width * CELL.0, height: HEIGHT })
        })
        .collect();
    things.iter().map(|thing| places.get(thing.key.as_str()).copied()).collect()
}

/// Places in rows, as many in each row as there are rows.
fn in_rows(count: usize) -> Vec<PixelBox> {
    let across = count.isqrt().max(1);
    let (width, height) = (BOX * CELL.0, HEIGHT);
    let place =
        |at: usize| PixelBox { x: at % across * (width + MARGIN), y: at / across * (height + MARGIN), width, height };
    (0..count).map(place).collect()
}
