use std::fmt::Write;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::graph::{Graph, GroupName, MatrixCell, MatrixOrder, SignedMatrix, ThingGroups};
use crate::lens::called;
use crate::record::english::counted;
use crate::record::text::{clean, clip};

/// The maximum length of a name beside a row, in bytes.
const NAME: usize = 40;

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

/// The matrix as text: a row and a column a thing, the columns numbered as the rows are. It has no control characters.
pub fn matrix_text(graph: &Graph, matrix: &SignedMatrix) -> String {
    if matrix.things.is_empty() {
        return "No arrow leads from one thing to another.\n".to_owned();
    }
    let digits = matrix.things.len().to_string().len();
    let labels: Vec<String> = matrix.things.iter().map(|key| clip(&clean(graph.label(key)), NAME).to_owned()).collect();
    let width = labels.iter().map(|label| label.width()).max().unwrap_or_default();
    let mut text = format!("{}\n{}\n\n", extent(matrix), legend("·"));
    for digit in 0..digits {
        let _ = write!(text, "{:1$}", "", digits + width + 2);
        for column in 0..matrix.things.len() {
            let number = format!("{:>digits$}", column + 1);
            let _ = write!(text, "{}{}", gap(matrix, column), number.chars().nth(digit).unwrap_or(' '));
        }
        text.push('\n');
    }
    let groups = ThingGroups::of(graph);
    for (row, label) in labels.iter().enumerate() {
        if matrix.in_blocks && (row == 0 || matrix.begins_block(row)) {
            let _ = writeln!(text, "{}", block(graph, &groups, matrix, row));
        }
        let fill = " ".repeat(width.saturating_sub(label.width()));
        let _ = write!(text, "{:>digits$} {label}{fill} ", row + 1);
        for column in 0..matrix.things.len() {
            let cell = matrix.cell(row, column).map_or(if row == column { '\\' } else { '·' }, MatrixCell::glyph);
            let _ = write!(text, "{}{cell}", gap(matrix, column));
        }
        text.push('\n');
    }
    text
}

/// The heading of the group that begins with a row.
fn block(graph: &Graph, groups: &ThingGroups, matrix: &SignedMatrix, row: usize) -> String {
    let name = |group: usize| groups.groups.get(group).map(|group| group.name.clone());
    let name = matrix.groups.get(row).copied().flatten().and_then(name);
    name.map_or_else(|| "in no group".to_owned(), |name: GroupName| clean(&called(graph, &name)).into_owned())
}

fn gap(matrix: &SignedMatrix, column: usize) -> &'static str {
    if matrix.in_blocks && matrix.begins_block(column) { " │ " } else { " " }
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
