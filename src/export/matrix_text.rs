use std::fmt::Write;
use std::ops::Range;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::hanging::{WIDTH, write_hanging};
use crate::graph::{Graph, MatrixCell, MatrixOrder, SignedMatrix};
use crate::lens::block_heading;
use crate::record::english::counted;
use crate::record::text::{clean, clip};

/// The maximum length of a name beside a row, in bytes.
const NAME: usize = 32;

/// What the signs of a matrix mean; `nothing` says how a cell without an arrow looks.
pub(super) fn legend(nothing: &str) -> String {
    let cells = MatrixCell::ALL.map(|cell| format!("{} {}", cell.glyph(), cell.words()));
    format!("The row leads to the column. {}; {nothing} no arrow.", cells.join("; "))
}

/// What a matrix shows, and what it leaves out.
pub(super) fn extent(matrix: &SignedMatrix) -> String {
    let what = if matrix.effects_only { "effects" } else { "arrows" };
    let (arrows, things) = (matrix.arrows, counted(matrix.things.len(), "thing", "things"));
    let mut says = format!("{things} and the {arrows} {what} between them.");
    if matrix.cut > 0 {
        let cut = counted(matrix.cut, "less busy thing is", "less busy things are");
        let _ = write!(says, " {cut} not shown: a filter leaves fewer.");
    }
    if matrix.idle > 0 {
        let idle = counted(matrix.idle, "thing without one is", "things without one are");
        let _ = write!(says, " {idle} left out.");
    }
    says
}

/// The matrix as text: a row and a column a thing, the columns numbered as the rows are. Where not all columns fit beside the
/// names, the others follow in further parts below. It has no control characters.
pub fn matrix_text(graph: &Graph, matrix: &SignedMatrix) -> String {
    if matrix.things.is_empty() {
        return "No arrow leads from one thing to another.\n".to_owned();
    }
    let mut text = String::new();
    write_hanging(&mut text, 0, &extent(matrix));
    write_hanging(&mut text, 0, &legend("·"));
    let sheet = MatrixSheet::of(graph, matrix);
    for columns in sheet.parts() {
        text.push('\n');
        sheet.write(&mut text, &columns);
    }
    text
}

/// A matrix with what its lines begin with.
struct MatrixSheet<'a> {
    graph: &'a Graph,
    matrix: &'a SignedMatrix,
    labels: Vec<String>,
    /// The width of the longest name, in cells.
    name: usize,
    /// The number of digits of the last number.
    digits: usize,
    /// Whether cells stand apart; where that takes too much room, they stand side by side.
    is_wide: bool,
}

impl<'a> MatrixSheet<'a> {
    fn of(graph: &'a Graph, matrix: &'a SignedMatrix) -> Self {
        let labels = matrix.things.iter().map(|key| clip(&clean(graph.label(key)), NAME).to_owned());
        let labels: Vec<String> = labels.collect();
        let name = labels.iter().map(|label| label.width()).max().unwrap_or_default();
        let digits = matrix.things.len().to_string().len();
        let mut sheet = Self { graph, matrix, labels, name, digits, is_wide: true };
        sheet.is_wide = sheet.parts().len() == 1;
        sheet
    }

    /// The width of what stands before the cells.
    const fn margin(&self) -> usize {
        self.digits + self.name + 2
    }

    /// The columns of each part: as many as fit.
    fn parts(&self) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let (mut first, mut used) = (0, self.margin());
        for column in 0..self.matrix.things.len() {
            let cell = self.gap(first, column).width() + 1;
            if used + cell > WIDTH && column > first {
                parts.push(first..column);
                (first, used) = (column, self.margin() + self.gap(column, column).len() + 1);
            } else {
                used += cell;
            }
        }
        parts.push(first..self.matrix.things.len());
        parts
    }

    fn write(&self, text: &mut String, columns: &Range<usize>) {
        for digit in 0..self.digits {
            let _ = write!(text, "{:1$}", "", self.margin());
            for column in columns.clone() {
                let number = format!("{:>1$}", column + 1, self.digits);
                let shown = number.chars().nth(digit).unwrap_or(' ');
                let _ = write!(text, "{}{shown}", self.gap(columns.start, column));
            }
            text.push('\n');
        }
        for (row, label) in self.labels.iter().enumerate() {
            if self.matrix.in_blocks && (row == 0 || self.matrix.begins_block(row)) {
                let _ = writeln!(text, "{}", clean(&block_heading(self.graph, self.matrix, row)));
            }
            let fill = " ".repeat(self.name.saturating_sub(label.width()));
            let _ = write!(text, "{:>1$} {label}{fill} ", row + 1, self.digits);
            for column in columns.clone() {
                let empty = if row == column { '\\' } else { '·' };
                let cell = self.matrix.cell(row, column).map_or(empty, MatrixCell::glyph);
                let _ = write!(text, "{}{cell}", self.gap(columns.start, column));
            }
            text.push('\n');
        }
    }

    /// What stands before a column, in a part that begins with column `first`: a line where a group begins.
    fn gap(&self, first: usize, column: usize) -> &'static str {
        let begins = self.matrix.in_blocks && self.matrix.begins_block(column) && column > first;
        match (begins, self.is_wide) {
            (true, true) => " │ ",
            (true, false) => "│",
            (false, true) => " ",
            (false, false) => "",
        }
    }
}

/// The matrix as JSON: `things` in their order, each with the number of its group or null, and `cells`, each with the numbers of its row and
/// column from 0.
pub fn matrix_json(graph: &Graph, order: MatrixOrder, matrix: &SignedMatrix) -> String {
    let things = matrix.things.iter().zip(&matrix.groups);
    let things: Vec<Value> = things.map(|(key, group)| json!({ "label": graph.label(key), "group": group })).collect();
    let label = |at: usize| matrix.things.get(at).map(|key| graph.label(key));
    let cells = matrix.cells.iter().map(|((row, column), cell)| {
        json!({
            "row": row,
            "column": column,
            "from": label(*row),
            "to": label(*column),
            "glyph": cell.glyph().to_string(),
            "says": cell.words(),
        })
    });
    let cells: Vec<Value> = cells.collect();
    let matrix = json!({
        "order": order.name(),
        "effects_only": matrix.effects_only,
        "things": things,
        "cells": cells,
        "arrows": matrix.arrows,
        "less_busy_not_shown": matrix.cut,
        "without_arrow": matrix.idle,
    });
    format!("{matrix:#}\n")
}
