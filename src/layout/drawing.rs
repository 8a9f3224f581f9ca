use super::ArrowMark;

/// The space a drawing may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The maximum width in columns; `None` for no maximum. The drawing is wider only when it cannot be made narrower.
    pub width: Option<usize>,
    /// The maximum columns of a label. Labels are cut to fewer when the width requires it, but never to fewer than 12.
    pub label: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { width: None, label: 24 }
    }
}

/// The position of a cell: its column and its row, counted from 0 at the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The column.
    pub x: usize,
    /// The row.
    pub y: usize,
}

/// A box with its label, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawnBox {
    /// The id of the box in the sketch.
    pub id: String,
    /// The part of the label that is shown, without the mark of a cut.
    pub label: String,
    /// Whether the label was cut.
    pub cut: bool,
    /// The group of the box.
    pub group: Option<String>,
    /// The layer of the box, counted from 0 at the top.
    pub layer: usize,
    /// The upper left corner of the box.
    pub corner: Point,
    /// The width of the box in columns, borders included.
    pub width: usize,
    /// The height of the box in rows, borders included.
    pub height: usize,
}

/// The path of an arrow, from the border of a box to the cell of its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrowPath {
    /// The index of the arrow in [`super::Sketch::edges`].
    pub edge: usize,
    /// The index in [`Drawing::boxes`] of the box where the arrow begins.
    pub from: usize,
    /// The index in [`Drawing::boxes`] of the box where the arrow ends.
    pub to: usize,
    /// The mark in the cell before the head.
    pub mark: ArrowMark,
    /// Whether the arrow is drawn in dots.
    pub dotted: bool,
    /// Whether the arrow leads up, to a higher layer, against the direction of reading.
    pub upward: bool,
    /// The cell of the border where the arrow begins, every cell where it turns, and the cell of its head, in order.
    pub points: Vec<Point>,
    /// The layers that the arrow passes, each with the column on which it passes.
    pub(super) bends: Vec<(usize, usize)>,
}

/// The result of the layout: boxes and the paths of the arrows between them, in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The boxes, in the order of their ids.
    pub boxes: Vec<DrawnBox>,
    /// The paths of the arrows, one for each of [`super::Sketch::edges`], in the same order.
    pub paths: Vec<ArrowPath>,
    /// The width of the drawing in columns.
    pub width: usize,
    /// The height of the drawing in rows.
    pub height: usize,
    /// The maximum columns of a label in this drawing.
    pub(super) label: usize,
}
