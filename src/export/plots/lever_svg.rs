use super::pen::{Anchor, PlotPen, WIDTH, fitted, pixels};
use super::table::PlotTable;
use crate::layout::{LabelArea, LabelledPoint};
use crate::lens::{LeverPlot, LeverWorth};

/// The area of the picture: left, top, width, height.
const AREA: [i32; 4] = [44, 16, WIDTH - 60, 360];
const HEIGHT: i32 = 420;

/// The distance of the outermost marks from the border.
const INSET: i32 = 34;

const RADIUS: i32 = 11;

/// The maximum width of a label.
const WIDEST: i32 = 230;

/// What the four quarters mean, in the order right above, left above, left below, right below.
const CORNERS: [&str; 4] = ["easy, worth much", "hard, worth much", "hard, worth little", "easy, worth little"];

/// Draws levers by ease, to the right, and worth, upwards. A ring of dashes means that its worth is read from the map.
pub(super) fn lever_svg(plot: &LeverPlot, table: &PlotTable, id: &str, described: &str) -> String {
    let mut pen = PlotPen::new(id, HEIGHT, &table.title, described);
    let [left, top, width, height] = AREA;
    pen.rectangle("frame", AREA);
    pen.line("grid", &[[left + width / 2, top], [left + width / 2, top + height]]);
    pen.line("grid", &[[left, top + height / 2], [left + width, top + height / 2]]);
    let corners = corners();
    for (words, [x, y, ..]) in CORNERS.iter().zip(corners) {
        pen.text("corner", [left + x, top + y + 13], Anchor::Left, words);
    }
    scale(&mut pen);
    let points: Vec<LabelledPoint> = plot
        .placed
        .iter()
        .map(|lever| LabelledPoint {
            at: [across(lever.ease_tenths()), down(lever.worth.tenths())],
            mark: [2 * RADIUS + 2; 2],
            label: [pixels(&fitted(&lever.label, WIDEST)), 16],
        })
        .collect();
    let area = LabelArea { size: [width, height], step: [8, 8], gap: [3, 2] };
    for ((lever, number), place) in plot.placed.iter().zip(1..).zip(area.place(&points, &corners)) {
        let Some([x, y]) = place.mark.map(|[x, y]| [left + x + RADIUS + 1, top + y + RADIUS + 1]) else { continue };
        let class = if matches!(lever.worth, LeverWorth::Map(_)) { "mark from-map" } else { "mark" };
        pen.disc(class, [x, y], RADIUS);
        let number: usize = number;
        pen.text(if class == "mark" { "number on" } else { "number" }, [x, y + 4], Anchor::Middle, &number.to_string());
        if let Some([x, y]) = place.label {
            pen.text("label over", [left + x, top + y + 12], Anchor::Left, &fitted(&lever.label, WIDEST));
        }
    }
    pen.finish()
}

/// The rectangles of the words in the corners, within the area.
fn corners() -> [[i32; 4]; 4] {
    let [_, _, width, height] = AREA;
    let mut at = [[false, true], [true, true], [true, false], [false, false]].into_iter();
    CORNERS.map(|words| {
        let [is_left, is_above] = at.next().unwrap_or_default();
        let (x, y) = (if is_left { 8 } else { width - 8 - pixels(words) }, if is_above { 5 } else { height - 21 });
        [x, y, x + pixels(words), y + 16]
    })
}

/// Writes the numbers of both scales.
fn scale(pen: &mut PlotPen) {
    let [left, top, _, height] = AREA;
    for digit in 1..=5_u32 {
        pen.text("scale", [left + across(digit * 10), top + height + 16], Anchor::Middle, &digit.to_string());
        pen.text("scale", [left - 10, top + down(digit * 10) + 4], Anchor::Middle, &digit.to_string());
    }
    let [middle, below] = [left + across(30), top + height + 36];
    pen.text("axis", [middle, below], Anchor::Middle, "to the right: easier; upwards: worth more");
}

/// The distance of a rating from the left border of the area.
fn across(tenths: u32) -> i32 {
    INSET + share(tenths, AREA[2] - 2 * INSET)
}

/// The distance of a rating from the upper border of the area.
fn down(tenths: u32) -> i32 {
    AREA[3] - INSET - share(tenths, AREA[3] - 2 * INSET)
}

/// The part of a length that a rating of 10 to 50 tenths takes.
fn share(tenths: u32, length: i32) -> i32 {
    i32::try_from(tenths.clamp(10, 50) - 10).unwrap_or(0) * length / 40
}
