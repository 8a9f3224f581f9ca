use std::collections::BTreeSet;

use super::card::{Card, background, card};
use super::legend::legend;
use super::way::{Crossings, way};
use super::{Arrows, READABLE};
use crate::export::xml::Xml;
use crate::graph::{Graph, Key, Link};
use crate::layout::{ArrowMark, Drawing, Limits, Point, Sketch, SketchBox};
use crate::record::{Relation, Sign};

/// Pixels of a column.
pub(super) const COLUMN: usize = 8;

/// Pixels of a row through which boxes run, of the one below them, and of one with nothing but arrows.
const BOX_ROW: usize = 17;
const ROW_BELOW: usize = 20;
const ARROW_ROW: usize = 12;

/// Columns a picture should stay within.
const COLUMNS: usize = 150;

/// Pixels around everything, and above the drawing for its heading.
const MARGIN: usize = 16;
const HEADING: usize = 44;

/// A map in pixels.
pub(super) struct Picture<'a> {
    links: Vec<Link<'a>>,
    cards: Vec<Card<'a>>,
    drawing: Drawing,
    /// Where each row begins, and where the last one ends.
    rows: Vec<usize>,
    all_arrows: usize,
    all_things: usize,
}

impl<'a> Picture<'a> {
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
        let cards: Vec<Card<'a>> = shown.map(|thing| Card::of(graph, thing)).collect();
        let mut sketch = Sketch::new();
        for card in &cards {
            let node = SketchBox { label: String::new(), group: card.group(), width: card.width().div_ceil(COLUMN) };
            sketch.add(card.thing.key.as_str(), node);
        }
        for link in &links {
            let joined = sketch.join(link.from.key.as_str(), link.to.key.as_str(), mark(*link));
            debug_assert!(joined.is_ok(), "an arrow of a map joins things of that map");
        }
        let drawing = Drawing::of(&sketch, Limits { width: Some(COLUMNS), label: 0 });
        let rows = rows(&drawing);
        Self { links, cards, drawing, rows, all_arrows: counts.arrows, all_things: counts.things }
    }

    /// "34 of 74 arrows shown".
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

    pub(super) fn write(&self, xml: &mut Xml, title: &str, style: Option<&str>) {
        let (width, height) = self.size();
        let said = self.described();
        let view = format!("0 0 {width} {height}");
        xml.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", "adjacent-map"),
                ("viewBox", &view),
                ("width", &width.to_string()),
                ("height", &height.to_string()),
                ("role", "img"),
                ("aria-labelledby", "map-title map-desc"),
            ],
        );
        xml.text("title", &[("id", "map-title")], title).text("desc", &[("id", "map-desc")], &said);
        if let Some(style) = style {
            xml.text("style", &[], &style.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        xml.empty("rect", &[("class", "paper"), ("width", "100%"), ("height", "100%")]);
        let (left, top) = (MARGIN.to_string(), (MARGIN + 14).to_string());
        // A page around it has the title already.
        if style.is_some() {
            xml.text("text", &[("class", "heading"), ("x", &left), ("y", &top)], title);
        }
        let under = (MARGIN + if style.is_some() { 32 } else { 10 }).to_string();
        xml.text("text", &[("class", "shown"), ("x", &left), ("y", &under)], &self.shown());
        let shift = format!("translate({MARGIN} {})", MARGIN + HEADING);
        xml.open("g", &[("transform", &shift)]);
        for band in background(self) {
            let [x, y, width, height] = band.place.map(|pixels| pixels.to_string());
            let class = format!("band team-{}", band.tint);
            xml.empty(
                "rect",
                &[("class", &class), ("x", &x), ("y", &y), ("width", &width), ("height", &height), ("rx", "8")],
            );
        }
        let crossings = Crossings::of(&self.drawing);
        for (link, arrow_path) in self.links.iter().zip(&self.drawing.paths) {
            way(xml, self, *link, arrow_path, &crossings);
        }
        for (at, known) in self.cards.iter().enumerate() {
            card(xml, self, at, known);
        }
        xml.close();
        legend(xml, self, MARGIN, MARGIN + HEADING + self.drawn_height() + 20);
        xml.close();
    }

    /// The picture in sentences, for whoever cannot see it.
    fn described(&self) -> String {
        let told = self.links.iter().map(|link| super::way::told(*link));
        format!("{}. {}", self.shown(), told.collect::<Vec<_>>().join(". "))
    }

    fn size(&self) -> (usize, usize) {
        let width = self.drawing.width * COLUMN;
        (
            width.max(super::legend::WIDTH) + 2 * MARGIN,
            self.drawn_height() + HEADING + 2 * MARGIN + super::legend::HEIGHT,
        )
    }

    fn drawn_height(&self) -> usize {
        self.rows.last().copied().unwrap_or_default()
    }

    pub(super) const fn drawing(&self) -> &Drawing {
        &self.drawing
    }

    pub(super) fn cards(&self) -> &[Card<'a>] {
        &self.cards
    }

    pub(super) fn links(&self) -> &[Link<'a>] {
        &self.links
    }

    /// The upper edge of a row.
    pub(super) fn top(&self, row: usize) -> usize {
        self.rows.get(row).or(self.rows.last()).copied().unwrap_or_default()
    }

    /// The middle of a cell.
    pub(super) fn middle(&self, at: Point) -> (f64, f64) {
        let y = (self.top(at.y) + self.top(at.y + 1)) as f64 / 2.0;
        ((at.x * COLUMN) as f64 + COLUMN as f64 / 2.0, y)
    }
}

/// Rows through which a box runs are higher than the others.
fn rows(drawing: &Drawing) -> Vec<usize> {
    let mut boxed = vec![false; drawing.height];
    for drawn_box in &drawing.boxes {
        for row in boxed.iter_mut().skip(drawn_box.corner.y).take(drawn_box.height) {
            *row = true;
        }
    }
    let mut edges = vec![0];
    let above = std::iter::once(false).chain(boxed.iter().copied());
    for (is_boxed, below) in boxed.iter().zip(above) {
        let last = edges.last().copied().unwrap_or_default();
        edges.push(
            last + if *is_boxed {
                BOX_ROW
            } else if below {
                ROW_BELOW
            } else {
                ARROW_ROW
            },
        );
    }
    edges
}

/// What makes something else more or less; who belongs where is left for the whole picture.
pub(super) const fn is_effect(link: Link<'_>) -> bool {
    match link.arrow.relation {
        Relation::Affects | Relation::Rewards => true,
        Relation::Feeds => matches!(link.arrow.sign, Sign::Plus | Sign::Minus),
        _ => false,
    }
}

/// What stands at the head: a sign on effects and intents, nothing on what has none.
const fn mark(link: Link<'_>) -> ArrowMark {
    match link.arrow.sign {
        Sign::Plus => ArrowMark::More,
        Sign::Minus => ArrowMark::Less,
        Sign::Unknown if link.arrow.relation.carries_sign() => ArrowMark::Open,
        Sign::Unknown | Sign::NoEffect => ArrowMark::Bare,
    }
}
