use ratatui::text::Line;

use super::drawn_rows::DrawnRows;
use crate::layout::{LabelArea, LabelledPoint};
use crate::lens::{LeverPlot, LeverWorth};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut};

/// The maximum width of a label, in cells.
const WIDEST: u16 = 30;

/// The distance of the outermost marks from the border, in cells: across, down.
const INSET: [i32; 2] = [4, 1];

/// Draws levers by ease, to the right, and worth, upwards: `[1]` where both were rated, `(1)` where its worth is read from
/// the map.
pub(super) fn lines(plot: &LeverPlot, (width, rows): (u16, u16), paint: &Paint) -> Vec<Line<'static>> {
    let mut drawn = DrawnRows::new(width, rows, paint);
    let size = [i32::from(width) - 2, i32::from(rows) - 2];
    frame(&mut drawn, size);
    let corners = corners(size);
    for (words, [x, y, ..]) in corners {
        drawn.write(x + 1, y + 1, words, Role::Quiet);
    }
    let marks: Vec<String> = plot
        .placed
        .iter()
        .zip(1..)
        .map(|(lever, number): (_, usize)| match lever.worth {
            LeverWorth::Rated(_) => format!("[{number}]"),
            LeverWorth::Map(_) => format!("({number})"),
        })
        .collect();
    let labels: Vec<String> = plot.placed.iter().map(|lever| cut(&lever.label, WIDEST)).collect();
    let points: Vec<LabelledPoint> = plot
        .placed
        .iter()
        .zip(marks.iter().zip(&labels))
        .map(|(lever, (mark, label))| LabelledPoint {
            at: [
                share(lever.ease_tenths(), size[0], INSET[0]),
                size[1] - 1 - share(lever.worth.tenths(), size[1], INSET[1]),
            ],
            mark: [i32::from(cells(mark)), 1],
            label: [i32::from(cells(label)), 1],
        })
        .collect();
    let area = LabelArea { size, step: [4, 1], gap: [1, 0] };
    let taken = corners.map(|(_, place)| place);
    for ((place, mark), label) in area.place(&points, &taken).into_iter().zip(&marks).zip(&labels) {
        if let Some([x, y]) = place.mark {
            drawn.write(x + 1, y + 1, mark, Role::Accent);
        }
        if let Some([x, y]) = place.label {
            drawn.write(x + 1, y + 1, label, Role::Text);
        }
    }
    drawn.lines()
}

/// Draws the border of the area and the lines between its quarters.
fn frame(drawn: &mut DrawnRows<'_>, [width, height]: [i32; 2]) {
    let across = usize::try_from(width).unwrap_or(0);
    let row = |[left, line, middle, right]: [&str; 4]| {
        let half = across / 2;
        format!("{left}{}{middle}{}{right}", line.repeat(half), line.repeat(across.saturating_sub(half + 1)))
    };
    drawn.write(0, 0, &row(["┌", "─", "┬", "┐"]), Role::Quiet);
    for y in 1..=height {
        let parts = if y == height / 2 + 1 { ["├", "─", "┼", "┤"] } else { ["│", " ", "│", "│"] };
        drawn.write(0, y, &row(parts), Role::Quiet);
    }
    drawn.write(0, height + 1, &row(["└", "─", "┴", "┘"]), Role::Quiet);
}

/// What the four quarters mean, each with the rectangle that its words take.
fn corners([width, height]: [i32; 2]) -> [(&'static str, [i32; 4]); 4] {
    let place = |words: &str, is_left: bool, is_above: bool| {
        let long = i32::from(cells(words));
        let (x, y) = (if is_left { 1 } else { width - 1 - long }, if is_above { 0 } else { height - 1 });
        [x, y, x + long, y + 1]
    };
    [
        ("easy, worth much", false, true),
        ("hard, worth much", true, true),
        ("hard, worth little", true, false),
        ("easy, worth little", false, false),
    ]
    .map(|(words, is_left, is_above)| (words, place(words, is_left, is_above)))
}

/// The distance of a rating of 10 to 50 tenths from the left or lower end of a length.
fn share(tenths: u32, length: i32, inset: i32) -> i32 {
    let inside = (length - 1 - 2 * inset).max(0);
    inset + (i32::try_from(tenths.clamp(10, 50) - 10).unwrap_or(0) * inside + 20) / 40
}
