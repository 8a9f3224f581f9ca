use super::pen::{Anchor, PlotPen, WIDTH, fitted};
use super::table::PlotTable;
use super::words::{TOGETHER, UNNAMED, start};
use crate::lens::TalkPlot;

/// Where the columns begin, and how wide they are together.
const LEFT: i32 = 196;
const ACROSS: i32 = WIDTH - LEFT - 84;

const ROW: i32 = 52;

/// The height of the tallest column.
const TALLEST: i32 = 30;

/// Draws a row of columns for each unit: how many of its lines were written down in each stretch of the session.
pub(super) fn talk_svg(plot: &TalkPlot, table: &PlotTable, id: &str, described: &str) -> String {
    let mut rows: Vec<(&str, &[usize], &str)> =
        plot.units.iter().map(|talk| (talk.unit.as_str(), talk.lines.as_slice(), "not heard yet")).collect();
    if plot.together > 0 {
        rows.push((TOGETHER, &plot.together_lines, "not heard yet"));
    }
    if plot.unnamed.iter().any(|lines| *lines > 0) {
        rows.push((UNNAMED, &plot.unnamed, ""));
    }
    let height = i32::try_from(rows.len()).unwrap_or(0) * ROW + 34;
    let mut pen = PlotPen::new(id, height, &table.title, described);
    let most = i32::try_from(plot.most()).unwrap_or(i32::MAX).max(1);
    let slots = i32::try_from(plot.unnamed.len()).unwrap_or(1).max(1);
    let slot = ACROSS / slots;
    let mut top = 4;
    for (name, lines, none) in rows {
        let base = top + ROW - 8;
        pen.text("label", [6, base - 4], Anchor::Left, &fitted(name, LEFT - 16));
        pen.line("grid", &[[LEFT, base], [LEFT + slot * slots, base]]);
        columns(&mut pen, lines, [base, slot, most]);
        let total: usize = lines.iter().sum();
        let all = if total == 0 { none.to_owned() } else { format!("all: {total}") };
        pen.text("axis", [WIDTH - 6, base - 4], Anchor::Right, &all);
        top += ROW;
    }
    for at in (0..plot.unnamed.len()).step_by(if slot < 40 { 2 } else { 1 }) {
        let x = LEFT + slot * i32::try_from(at).unwrap_or(0);
        pen.line("grid", &[[x, top - 4], [x, top + 4]]);
        pen.text("scale", [x, top + 18], Anchor::Middle, &start(plot, at));
    }
    pen.finish()
}

fn columns(pen: &mut PlotPen, lines: &[usize], [base, slot, most]: [i32; 3]) {
    for (count, at) in lines.iter().zip(0_i32..).filter(|(count, _)| **count > 0) {
        let tall = (i32::try_from(*count).unwrap_or(most).saturating_mul(TALLEST) / most).max(2);
        let (x, width) = (LEFT + slot * at + 3, (slot - 6).max(4));
        pen.rectangle("column", [x, base - tall, width, tall]);
        pen.text("scale", [x + width / 2, base - tall - 3], Anchor::Middle, &count.to_string());
    }
}
