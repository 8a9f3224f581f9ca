use std::collections::BTreeMap;

use crate::record::text::clean;

/// The input of a drawing: boxes with their ids, and arrows between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    nodes: BTreeMap<String, SketchBox>,
    edges: Vec<SketchArrow>,
}

/// A box to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SketchBox {
    /// The text in the box.
    pub label: String,
    /// The group of the box; boxes of one group stand side by side in their layer.
    pub group: Option<String>,
    /// The minimum width of the box in columns, borders included.
    pub width: usize,
}

/// An arrow to draw, from one box to another or to the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SketchArrow {
    /// The id of the box it leaves.
    pub from: String,
    /// The id of the box it ends at.
    pub to: String,
    /// The mark beside its head.
    pub mark: ArrowMark,
    /// Whether the arrow is drawn in dots.
    pub dotted: bool,
}

/// The mark beside the head of an arrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArrowMark {
    /// No mark.
    #[default]
    Bare,
    /// More of the start leads to more of the end.
    More,
    /// More of the start leads to less of the end.
    Less,
    /// More or less of the end: the direction is unknown, or people disagree on it.
    Open,
    /// The number of arrows that this one stands for.
    Many(usize),
}

/// The error that an arrow names a box that is not in the sketch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the arrow {from} -> {to} names \"{missing}\", which is not on this map; add it before the arrow")]
pub struct UnknownNode {
    from: String,
    to: String,
    missing: String,
}

impl Sketch {
    /// An empty sketch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a box; it replaces one with the same id.
    pub fn add(&mut self, id: impl Into<String>, mut node: SketchBox) {
        node.label = clean(&node.label).into_owned();
        self.nodes.insert(id.into(), node);
    }

    /// Adds an arrow between boxes that were added before. Two boxes may have several arrows between them.
    pub fn join(&mut self, from: &str, to: &str, mark: ArrowMark) -> Result<(), UnknownNode> {
        self.draw(from, to, mark, false)
    }

    /// Adds an arrow that is drawn in dots, because it is supported by little or leads through boxes that are not
    /// shown.
    pub fn join_dotted(&mut self, from: &str, to: &str, mark: ArrowMark) -> Result<(), UnknownNode> {
        self.draw(from, to, mark, true)
    }

    fn draw(&mut self, from: &str, to: &str, mark: ArrowMark, dotted: bool) -> Result<(), UnknownNode> {
        if let Some(missing) = [from, to].into_iter().find(|id| !self.nodes.contains_key(*id)) {
            let said = |id: &str| clean(id).into_owned();
            return Err(UnknownNode { from: said(from), to: said(to), missing: said(missing) });
        }
        self.edges.push(SketchArrow { from: from.to_owned(), to: to.to_owned(), mark, dotted });
        Ok(())
    }

    /// The boxes, in the order of their ids.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = (&str, &SketchBox)> {
        self.nodes.iter().map(|(id, node)| (id.as_str(), node))
    }

    /// The arrows, in the order in which they were added.
    pub fn edges(&self) -> &[SketchArrow] {
        &self.edges
    }

    /// The two ends of every arrow, as indices of boxes in the order of their ids.
    pub(super) fn ends(&self) -> Vec<(usize, usize)> {
        let places: BTreeMap<&str, usize> = self.nodes.keys().map(String::as_str).zip(0..).collect();
        let place = |id: &str| places.get(id).copied().unwrap_or_default();
        self.edges.iter().map(|edge| (place(&edge.from), place(&edge.to))).collect()
    }
}
