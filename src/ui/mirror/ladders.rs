use jiff::civil::Date;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::assess::{Chart, ChartMark, Rung};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, wrap};

/// The width of the column of one date in cells, with the gap after it.
const DATE: u16 = 5;
/// The minimum width of the words of a rung, in cells.
const WORDS: u16 = 26;
/// The maximum number of dates; the latest are drawn.
const DATES: u16 = 6;

/// Draws three ladders with the same rungs: the words of a rung are on the left, and each ladder has a column for each
/// date.
///
/// With `dated` the dates are written below, only the years if these differ; without it only the latest date is drawn.
/// If the area is tall, a rung is two rows high.
pub(super) fn draw(
    scale: &[String],
    charts: &[Chart],
    dated: bool,
    (width, tall): (u16, bool),
    paint: &Paint,
) -> Vec<Line<'static>> {
    let Ok(ladders) = u16::try_from(charts.len().max(1)) else { return Vec::new() };
    let widest = scale.iter().map(|words| cells(words)).max().unwrap_or(0);
    let most = charts.iter().map(|chart| chart.marks.len()).max().unwrap_or(0);
    let room = width.saturating_sub(WORDS + 2) / ladders;
    let across = if dated {
        (room.saturating_sub(1) / DATE).clamp(1, DATES).min(u16::try_from(most).unwrap_or(DATES))
    } else {
        1
    };
    let name = charts.iter().map(|chart| cells(chart.level.name())).max().unwrap_or(0);
    let column = (across * DATE + 1).max(name + 2);
    let words = width.saturating_sub(column * ladders + 2).min(widest).max(1);
    let shown: Vec<&[ChartMark]> = charts.iter().map(|chart| latest(&chart.marks, usize::from(across))).collect();
    let mut lines = vec![heads(charts, words, column, paint)];
    for (rung, means) in Rung::ALL.iter().zip(scale).rev() {
        let stands = shown.iter().any(|marks| marks.last().is_some_and(|mark| mark.rung == Some(*rung)));
        let role = if stands { Role::Text } else { Role::Quiet };
        let mut rows = wrap(means, words);
        if tall && rows.len() < 2 {
            rows.push(String::new());
        }
        for row in rows {
            let gap = usize::from(words.saturating_sub(cells(&row)) + 2);
            let mut spans = vec![Span::styled(row, paint.role(role)), Span::raw(" ".repeat(gap))];
            for marks in &shown {
                spans.extend(rungs(marks, *rung, column, paint));
            }
            lines.push(Line::from(spans));
        }
    }
    if dated {
        let years =
            |marks: &[ChartMark]| marks.windows(2).all(|pair| matches!(pair, [a, b] if a.day.year() != b.day.year()));
        let by_year = shown.iter().all(|marks| years(marks));
        let parts: &[&str] = if by_year { &["%Y"] } else { &["%b", "%Y"] };
        for part in parts {
            lines.push(days(&shown, part, words, column, paint.role(Role::Quiet)));
        }
        let earlier = most.saturating_sub(usize::from(across));
        if earlier > 0 {
            lines.push(Line::styled(format!("{earlier} earlier not drawn here"), paint.role(Role::Quiet)));
        }
    }
    lines
}

/// Returns the legend of the signs that are drawn.
pub(super) fn key(charts: &[Chart], dated: bool) -> String {
    let marks = || charts.iter().flat_map(|chart| if dated { chart.marks.as_slice() } else { latest(&chart.marks, 1) });
    let held = marks().any(|mark| mark.rung < mark.answered);
    let unknown = marks().any(|mark| mark.rung.is_none());
    let mut key = "██ where it stands".to_owned();
    if held {
        key.push_str("   ▒▒ your answers reach it, a red flag holds it back");
    }
    if unknown {
        key.push_str("   ?? not enough to say");
    }
    key
}

fn latest(marks: &[ChartMark], dates: usize) -> &[ChartMark] {
    marks.get(marks.len().saturating_sub(dates)..).unwrap_or_default()
}

fn heads(charts: &[Chart], words: u16, column: u16, paint: &Paint) -> Line<'static> {
    let mut text = " ".repeat(usize::from(words) + 2);
    for chart in charts {
        text.push_str(&padded(chart.level.name(), column));
    }
    Line::styled(text.trim_end().to_owned(), paint.role(Role::Title))
}

/// Returns one rung of one ladder: a sign for each date.
fn rungs(marks: &[ChartMark], rung: Rung, column: u16, paint: &Paint) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut used = 0;
    for mark in marks {
        let (sign, role) = sign(mark, rung);
        spans.push(Span::styled(sign, paint.role(role)));
        spans.push(Span::raw(" ".repeat(usize::from(DATE - 2))));
        used += DATE;
    }
    spans.push(Span::raw(" ".repeat(usize::from(column.saturating_sub(used)))));
    spans
}

fn sign(mark: &ChartMark, rung: Rung) -> (&'static str, Role) {
    match (mark.rung, mark.answered) {
        (Some(stood), _) if rung <= stood => ("██", Role::Accent),
        (Some(_), Some(answered)) if rung <= answered => ("▒▒", Role::Amber),
        (None, _) if rung.number() == 1 => ("??", Role::Quiet),
        _ => ("· ", Role::Quiet),
    }
}

fn days(shown: &[&[ChartMark]], part: &str, words: u16, column: u16, style: Style) -> Line<'static> {
    let mut text = " ".repeat(usize::from(words) + 2);
    for marks in shown {
        let days = marks.iter().fold(String::new(), |days, mark| days + &padded(&day(mark.day, part), DATE));
        text.push_str(&padded(&days, column));
    }
    Line::styled(text.trim_end().to_owned(), style)
}

fn day(day: Date, part: &str) -> String {
    day.strftime(part).to_string()
}

fn padded(text: &str, width: u16) -> String {
    format!("{text:<width$}", width = usize::from(width))
}
