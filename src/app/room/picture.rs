//! The drawn map for the room: as much of it as can be read, and never less than it can say.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use super::signs::{SignWord, sign_words};
use crate::graph::{FilteredGraph, Key};
use crate::layout::{Canvas, Drawing, Limits, PriorLayout, Sketch, SketchBox};
use crate::record::Relation;

/// An arrow of a picture: its ends and its relation.
pub(super) type PicturedArrow = (Key, Key, Relation);

/// Which part of the whole map a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PicturePart {
    /// Its number, from 1.
    pub number: usize,
    /// The number of all parts.
    pub of: usize,
    /// The label of the thing at which it begins.
    pub around: String,
}

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
    /// Which part of the whole map it is; `None` if that fits at once.
    pub part: Option<PicturePart>,
    /// The column and the row of the window at which the drawing begins.
    pub corner: (usize, usize),
    things: BTreeSet<Key>,
    links: BTreeSet<PicturedArrow>,
    listed: bool,
    places: PriorLayout,
}

/// The space that a picture may take: columns, rows.
pub(super) type Space = (usize, usize);

impl RoomPicture {
    /// The things that are drawn.
    pub(super) const fn things(&self) -> &BTreeSet<Key> {
        &self.things
    }

    /// The arrows that are drawn.
    pub(super) const fn links(&self) -> &BTreeSet<PicturedArrow> {
        &self.links
    }

    /// Whether an arrow is drawn, dotted, that only imported files state.
    pub const fn shows_imported(&self) -> bool {
        self.listed
    }

    /// Whether anything is drawn that was not in the picture before.
    pub(super) fn has_news(&self) -> bool {
        !self.fresh_boxes.is_empty() || !self.fresh_arrows.is_empty()
    }

    /// Draws these things after the picture before; `None` if that does not fit, or once `stopped` is set.
    pub(super) fn of(
        shown: &FilteredGraph<'_>,
        things: &BTreeSet<Key>,
        about: &[Key],
        (width, height): Space,
        before: Option<&Self>,
        stopped: &AtomicBool,
    ) -> Option<Self> {
        let (sketch, links) = sketched(shown, things);
        let limits = Limits { width: Some(width), ..Limits::default() };
        let drawing = Drawing::unless(stopped, &sketch, limits, before.map(|before| &before.places))?;
        if drawing.width > width || drawing.height > height {
            return None;
        }
        let boxes = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
            drawing.boxes.iter().enumerate().filter(|(_, drawn)| fits(&drawn.id)).map(|(at, _)| at).collect()
        };
        let is_new = |link: &PicturedArrow| before.is_some_and(|before| !before.links.contains(link));
        let canvas = Canvas::of(&drawing);
        Some(Self {
            signs: sign_words(&canvas, &|path| links.get(path).and_then(|(.., relation)| word_of(*relation))),
            corner: corner(&drawing, (width, height), before),
            places: drawing.places(),
            about: boxes(&|id| about.iter().any(|key| key.as_str() == id)),
            fresh_boxes: boxes(&|id| before.is_some_and(|before| !before.places.knows(id))),
            fresh_arrows: links.iter().enumerate().filter(|(_, link)| is_new(link)).map(|(at, _)| at).collect(),
            canvas,
            drawing,
            things: things.clone(),
            listed: shown.links().any(|link| {
                link.arrow.is_imported() && things.contains(&link.from.key) && things.contains(&link.to.key)
            }),
            links: links.into_iter().collect(),
            arrows: (0, 0),
            left_out: Vec::new(),
            part: None,
        })
    }

    /// Counts the arrows of the map, and names those of the `near` things that are left out.
    pub(super) fn out_of(mut self, shown: &FilteredGraph<'_>, near: &[Key]) -> Self {
        self.arrows = (self.links.len(), shown.arrow_count());
        let hidden = near.iter().filter(|key| !self.things.contains(*key));
        self.left_out = hidden.map(|key| shown.graph().label(key).to_owned()).collect();
        self
    }
}

/// Returns the word beside an arrow that has no sign; `None` for one that needs none.
const fn word_of(relation: Relation) -> Option<&'static str> {
    match relation {
        Relation::Needs => Some("needs"),
        Relation::Feeds => Some("supplies"),
        Relation::Aims => Some("aims at"),
        _ => None,
    }
}

/// Returns where the drawing begins: in the middle at first, and then where it began before as long as it fits there.
fn corner(drawing: &Drawing, space: Space, before: Option<&RoomPicture>) -> (usize, usize) {
    let margins = (space.0.saturating_sub(drawing.width), space.1.saturating_sub(drawing.height));
    match before {
        Some(before) => (before.corner.0.min(margins.0), before.corner.1.min(margins.1)),
        None => {
            // The columns on the left that hold nothing count as margin.
            let first = drawing.boxes.iter().map(|drawn| drawn.corner.x).min().unwrap_or_default();
            ((margins.0 / 2).saturating_sub(first / 2), margins.1 / 2)
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
        if sketch.join_link(link).is_ok() {
            links.push((link.from.key.clone(), link.to.key.clone(), link.arrow.relation));
        }
    }
    (sketch, links)
}
