use jiff::civil::Date;

use crate::assess::{Chart, ChartMark, Rung};
use crate::export::plots::{Anchor, PLOT_WIDTH, PlotPen, pixels};

const LEFT: i32 = 60;
const RIGHT: i32 = PLOT_WIDTH - 60;
const TOP: i32 = 22;
const RUNG: i32 = 30;
const HEIGHT: i32 = TOP + 5 * RUNG + 30;
const RADIUS: i32 = 7;

/// The minimum share of the whole time between two marks, so that close ones can be told apart: a twentieth.
const CLOSEST: i32 = 20;

/// The minimum number of days between two marks that are joined by a line; nearer ones show no movement.
const APART: i32 = 30;

/// Draws one level over time: a disc on the rung where it stood; a dashed line up to the rung that the answers reach and
/// a red flag holds back; a question mark where too little was answered.
pub(super) fn ladder_svg(chart: &Chart, id: &str, described: &str) -> String {
    let mut pen = PlotPen::new(id, HEIGHT, &chart.title, described);
    for rung in Rung::ALL {
        let y = level(rung);
        pen.line("grid", &[[LEFT - 20, y], [RIGHT + 20, y]]);
        pen.text("scale", [LEFT - 32, y + 4], Anchor::Middle, &rung.number().to_string());
    }
    let days: Vec<Date> = chart.marks.iter().map(|mark| mark.day).collect();
    let marks: Vec<(&ChartMark, i32)> = chart.marks.iter().zip(places(&days)).collect();
    for pair in marks.windows(2) {
        if let [(before, x), (after, next)] = pair
            && let (Some(from), Some(to)) = (before.rung, after.rung)
            && between(before.day, after.day) >= APART
        {
            pen.line("since", &[[*x, level(from)], [*next, level(to)]]);
        }
    }
    for (mark, x) in &marks {
        draw(&mut pen, mark, *x);
    }
    dates(&mut pen, &marks);
    pen.finish()
}

fn draw(pen: &mut PlotPen, mark: &ChartMark, x: i32) {
    let Some(rung) = mark.rung else {
        pen.text("label", [x, level_of(1) + 4], Anchor::Middle, "?");
        return;
    };
    if let Some(answered) = mark.answered.filter(|answered| *answered > rung) {
        pen.line("held", &[[x, level(rung)], [x, level(answered)]]);
        pen.line("held", &[[x - RADIUS, level(answered)], [x + RADIUS, level(answered)]]);
    }
    pen.disc("mark", [x, level(rung)], RADIUS);
}

/// Writes the days below the marks; a day that would lie over the one before is left to the table.
fn dates(pen: &mut PlotPen, marks: &[(&ChartMark, i32)]) {
    let mut free = 0;
    for (mark, x) in marks {
        let day = mark.day.to_string();
        let half = pixels(&day) / 2;
        if x - half >= free {
            pen.text("scale", [*x, HEIGHT - 8], Anchor::Middle, &day);
            free = x + half + 8;
        }
    }
}

/// Returns the place of each day from the left. Distances follow the days; close ones are drawn apart.
fn places(days: &[Date]) -> Vec<i32> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let minimum = (between(*first, *last) / CLOSEST).max(1);
    let mut sums: Vec<i32> = vec![0];
    for pair in days.windows(2) {
        if let [one, next] = pair {
            sums.push(sums.last().copied().unwrap_or(0).saturating_add(between(*one, *next).max(minimum)));
        }
    }
    let all = sums.last().copied().unwrap_or(0);
    let across = i64::from(RIGHT - LEFT);
    let place = |sum: i32| match all {
        0 => i32::midpoint(LEFT, RIGHT),
        all => LEFT + i32::try_from(i64::from(sum) * across / i64::from(all)).unwrap_or(0),
    };
    sums.into_iter().map(place).collect()
}

fn between(one: Date, other: Date) -> i32 {
    one.until(other).map_or(0, |span| span.get_days())
}

fn level(rung: Rung) -> i32 {
    level_of(i32::from(rung.number()))
}

/// The height of a rung on the picture.
const fn level_of(number: i32) -> i32 {
    TOP + (5 - number) * RUNG + RUNG / 2
}
