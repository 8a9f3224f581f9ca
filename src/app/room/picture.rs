//! The drawn map for the room: as much of it as can be read, and never less than it can say.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use super::nearby::RankedThings;
use super::signs::{SignWord, sign_words};
use crate::graph::{FilteredGraph, Key};
use crate::layout::{Canvas, Drawing, Limits, PriorLayout, Sketch, SketchBox, mark};
use crate::record::Relation;

/// The cells that the smallest box takes with the space around it: columns, rows. A picture with more boxes than fit at
/// this size is never tried, so that no layout takes long.
const SMALLEST: (usize, usize) = (16, 5);

/// An arrow of a picture: its ends and its relation.
type PicturedArrow = (Key, Key, Relation);

/// A drawn map that fits the window of the room.
#[derive(Clone, Debug, Default)]
pub struct RoomPicture {
    /// The positions of boxes and arrows.
    pub drawing: Drawing,
    /// The drawing as characters.
    pub canvas: Canvas,
    /// The words beside the signs of arrows.
    pub signs: Vec<SignWord>,
    /// The boxes that the picture is about, as indices in [`Drawing::boxes`].
    pub about: Vec<usize>,
    /// The boxes that were not in the picture before; empty for a first picture.
    pub fresh_boxes: Vec<usize>,
    /// The arrows that were not in the picture before, as indices in [`Drawing::paths`].
    pub fresh_arrows: Vec<usize>,
    /// The number of arrows shown, and of all arrows of the map.
    pub arrows: (usize, usize),
    /// The names of the things next to the shown ones that are left out, the most connected first.
    pub left_out: Vec<String>,
    /// The column and the row of the window at which the drawing begins.
    pub corner: (usize, usize),
    things: BTreeSet<Key>,
    links: BTreeSet<PicturedArrow>,
    places: PriorLayout,
}

/// Returns the number of boxes above which no picture is tried.
pub(super) const fn most_boxes(space: Space) -> usize {
    let columns = space.0 / SMALLEST.0;
    (if columns == 0 { 1 } else { columns }) * (space.1 / SMALLEST.1 + 1)
}

/// The space that a picture may take: columns, rows.
pub(super) type Space = (usize, usize);

impl RoomPicture {
    /// The things that are drawn.
    pub(super) const fn things(&self) -> &BTreeSet<Key> {
        &self.things
    }

    /// Whether anything is drawn that was not in the picture before.
    pub(super) fn has_news(&self) -> bool {
        !self.fresh_boxes.is_empty() || !self.fresh_arrows.is_empty()
    }

    /// Draws as many of the things as fit, the first ones first. What stood in the picture before keeps its place, as
    /// long as enough fits in this way. Returns `None` once `stopped` is set.
    pub(super) fn of(
        shown: &FilteredGraph<'_>,
        ranked: &RankedThings,
        space: Space,
        before: Option<&Self>,
        stopped: &AtomicBool,
    ) -> Option<Self> {
        let count = ranked.things.len().min(most_boxes(space));
        let draw = |many: usize, before: Option<&Self>| drawn(shown, ranked, many, space, before, stopped);
        let grown = before.and_then(|before| largest(count, stopped, |many| draw(many, Some(before))));
        let is_enough = |picture: &Self| {
            let stays = before.map_or(0, |before| before.things.len());
            picture.things.len() >= ranked.about.min(count) && picture.things.len() * 3 >= stays * 2
        };
        let picture = match grown.filter(is_enough) {
            Some(grown) => grown,
            None => largest(count, stopped, |many| draw(many, None)).unwrap_or_default(),
        };
        (!stopped.load(Ordering::SeqCst)).then(|| picture.with_what_is_left_out(shown, ranked))
    }

    fn with_what_is_left_out(mut self, shown: &FilteredGraph<'_>, ranked: &RankedThings) -> Self {
        self.arrows = (self.links.len(), shown.arrow_count());
        let hidden = ranked.things.iter().filter(|key| !self.things.contains(*key));
        self.left_out = hidden.map(|key| shown.graph().label(key).to_owned()).collect();
        self
    }
}

/// Returns the drawing of the largest number of things that fits, found by halving; `None` if not even one fits.
fn largest(count: usize, stopped: &AtomicBool, draw: impl Fn(usize) -> Option<RoomPicture>) -> Option<RoomPicture> {
    let (mut fits, mut best) = (0, None);
    let (mut many, mut too_many) = (count, count + 1);
    while many > fits && !stopped.load(Ordering::SeqCst) {
        match draw(many) {
            Some(picture) => (fits, best) = (many, Some(picture)),
            None => too_many = many,
        }
        many = usize::midpoint(fits, too_many);
    }
    best
}

/// Draws the first `many` things; `None` if that does not fit, or once `stopped` is set.
fn drawn(
    shown: &FilteredGraph<'_>,
    ranked: &RankedThings,
    many: usize,
    (width, height): Space,
    before: Option<&RoomPicture>,
    stopped: &AtomicBool,
) -> Option<RoomPicture> {
    let things: BTreeSet<Key> = ranked.things.iter().take(many).cloned().collect();
    let (sketch, links) = sketched(shown, &things);
    let limits = Limits { width: Some(width), ..Limits::default() };
    let drawing = Drawing::unless(stopped, &sketch, limits, before.map(|before| &before.places))?;
    if drawing.width > width || drawing.height > height {
        return None;
    }
    let canvas = Canvas::of(&drawing);
    let is_about = |id: &str| ranked.things.iter().take(ranked.about).any(|key| key.as_str() == id);
    let boxes = || drawing.boxes.iter().enumerate();
    let about = boxes().filter(|(_, drawn)| is_about(&drawn.id)).map(|(at, _)| at).collect();
    let is_new = |drawn: &str| before.is_some_and(|before| !before.places.knows(drawn));
    let fresh_boxes = boxes().filter(|(_, drawn)| is_new(&drawn.id)).map(|(at, _)| at).collect();
    let arrow_is_new = |link: &PicturedArrow| before.is_some_and(|before| !before.links.contains(link));
    let fresh_arrows = links.iter().enumerate().filter(|(_, link)| arrow_is_new(link)).map(|(at, _)| at).collect();
    Some(RoomPicture {
        signs: sign_words(&canvas),
        corner: corner(&drawing, (width, height), before),
        places: drawing.places(),
        about,
        fresh_boxes,
        fresh_arrows,
        canvas,
        drawing,
        things,
        links: links.into_iter().collect(),
        arrows: (0, 0),
        left_out: Vec::new(),
    })
}

/// Returns where the drawing begins: in the middle at first, and then where it began before as long as it fits there.
fn corner(drawing: &Drawing, space: Space, before: Option<&RoomPicture>) -> (usize, usize) {
    let spare = (space.0.saturating_sub(drawing.width), space.1.saturating_sub(drawing.height));
    match before {
        Some(before) => (before.corner.0.min(spare.0), before.corner.1.min(spare.1)),
        None => {
            // The columns on the left that hold nothing count as margin.
            let first = drawing.boxes.iter().map(|drawn| drawn.corner.x).min().unwrap_or_default();
            ((spare.0 / 2).saturating_sub(first / 2), spare.1 / 2)
        }
    }
}

/// Returns the sketch of these things, and its arrows in the order of the sketch.
fn sketched(shown: &FilteredGraph<'_>, things: &BTreeSet<Key>) -> (Sketch, Vec<PicturedArrow>) {
    let mut sketch = Sketch::new();
    for thing in shown.things().filter(|thing| things.contains(&thing.key)) {
        let group = thing.unit.as_ref().map(|unit| unit.as_str().to_owned());
        sketch.add(thing.key.as_str(), SketchBox { label: thing.label.clone(), group, width: 0 });
    }
    let mut links = Vec::new();
    for link in shown.links().filter(|link| things.contains(&link.from.key) && things.contains(&link.to.key)) {
        let (from, to) = (link.from.key.as_str(), link.to.key.as_str());
        let joined =
            if link.arrow.stale { sketch.join_dotted(from, to, mark(link)) } else { sketch.join(from, to, mark(link)) };
        if joined.is_ok() {
            links.push((link.from.key.clone(), link.to.key.clone(), link.arrow.relation));
        }
    }
    (sketch, links)
}
