use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Drawing, Glyph, Point, Script};

/// One cell of a canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The glyph that is drawn in the cell.
    pub glyph: Glyph,
    /// The box that the cell belongs to, as an index in [`Drawing::boxes`]; `None` outside the boxes.
    pub drawn_box: Option<u32>,
    /// The arrow that the cell belongs to, as an index in [`Drawing::paths`]; where two arrows cross, the upright one.
    pub path: Option<u32>,
}

/// A drawing in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Canvas {
    width: usize,
    height: usize,
    pub(super) cells: Vec<Cell>,
    labels: BTreeMap<usize, Vec<Text>>,
}

/// A label in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Text {
    x: usize,
    shown: String,
    cut: bool,
}

impl Canvas {
    /// Draws the boxes and the arrows of a drawing.
    pub fn of(drawing: &Drawing) -> Self {
        let cells = vec![Cell::default(); drawing.width * drawing.height];
        let mut canvas = Self { width: drawing.width, height: drawing.height, cells, labels: BTreeMap::new() };
        canvas.draw(drawing);
        for drawn_box in &drawing.boxes {
            let text = Text { x: drawn_box.corner.x + 2, shown: drawn_box.label.clone(), cut: drawn_box.cut };
            canvas.labels.entry(drawn_box.corner.y + 1).or_default().push(text);
        }
        for row in canvas.labels.values_mut() {
            row.sort_unstable();
        }
        canvas
    }

    /// The number of columns.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The number of rows.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The cell at a point; an empty cell for a point outside the canvas.
    pub fn cell(&self, at: Point) -> Cell {
        if at.x >= self.width {
            return Cell::default();
        }
        self.cells.get(at.y * self.width + at.x).copied().unwrap_or_default()
    }

    pub(super) fn cell_mut(&mut self, at: Point) -> Option<&mut Cell> {
        if at.x >= self.width {
            return None;
        }
        self.cells.get_mut(at.y * self.width + at.x)
    }

    /// The characters of a row, without the spaces at its end.
    pub fn row(&self, y: usize, script: Script) -> String {
        let mut row = String::new();
        let mut labels = self.labels.get(&y).into_iter().flatten().peekable();
        let mut x = 0;
        while x < self.width {
            match labels.next_if(|label| label.x <= x) {
                Some(label) => {
                    row.push_str(&label.shown);
                    x += label.shown.graphemes(true).map(UnicodeWidthStr::width).sum::<usize>();
                    if label.cut {
                        row.push(script.cut());
                        x += 1;
                    }
                }
                None => {
                    row.push(self.cell(Point { x, y }).glyph.char(script));
                    x += 1;
                }
            }
        }
        row.truncate(row.trim_end().len());
        row
    }

    /// All rows, each with its line break.
    pub fn text(&self, script: Script) -> String {
        (0..self.height).flat_map(|y| [self.row(y, script), "\n".to_owned()]).collect()
    }
}
