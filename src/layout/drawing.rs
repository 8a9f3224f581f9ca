use super::ArrowMark;

/// The space a drawing may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The columns the drawing should stay within; it is wider only when it cannot be narrower.
    pub width: Option<usize>,
    /// The maximum columns of a label; fewer when the width requires it, but never below twelve.
    pub label: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { width: None, label: 24 }
    }
}

/// A cell: its column and its row, from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The column.
    pub x: usize,
    /// The row.
    pub y: usize,
}

/// A box, and what is written in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawnBox {
    /// The node it stands for.
    pub id: String,
    /// The part of the label that is shown, without the mark of a cut.
    pub label: String,
    /// Whether the label was cut.
    pub cut: bool,
    /// The group of the node.
    pub group: Option<String>,
    /// Its layer, counted from the top.
    pub layer: usize,
    /// Its upper left corner.
    pub corner: Point,
    /// Its columns, borders included.
    pub width: usize,
    /// Its rows, borders included.
    pub height: usize,
}

/// The path of an arrow, from the border of a box to the cell of its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrowPath {
    /// The index of the edge in [`super::Sketch::edges`].
    pub edge: usize,
    /// The box it leaves, as an index in [`Drawing::boxes`].
    pub from: usize,
    /// The box it ends at.
    pub to: usize,
    /// The mark in the cell before the head.
    pub mark: ArrowMark,
    /// Whether it is drawn in dots.
    pub dotted: bool,
    /// Whether it runs against the direction of reading, to a higher layer.
    pub upward: bool,
    /// The cell of the border it leaves, every cell where it turns, and the cell of its head.
    pub points: Vec<Point>,
    /// The layers it passes, each with the column on which it does.
    pub(super) bends: Vec<(usize, usize)>,
}

/// Boxes and the paths between them, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The boxes, in the order of their ids.
    pub boxes: Vec<DrawnBox>,
    /// One path for every edge, in the order of the edges.
    pub paths: Vec<ArrowPath>,
    /// Its columns.
    pub width: usize,
    /// Its rows.
    pub height: usize,
    /// The columns to which labels were cut.
    pub(super) label: usize,
}
