use ratatui::text::{Line, Span};

use crate::export::talk_table;
use crate::lens::TalkPlot;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut};

/// The bars of one cell, the lowest first.
const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The minimum width of the name of a unit, in cells.
const NAME: u16 = 12;

/// Draws a row for each unit: a bar and a number for every stretch of the session.
pub(super) fn lines(plot: &TalkPlot, width: u16, paint: &Paint) -> Vec<Line<'static>> {
    let table = talk_table(plot);
    let slots = u16::try_from(plot.unnamed.len()).unwrap_or(1).max(1);
    let all = table.rows.iter().filter_map(|row| row.last()).map(|cell| cells(cell)).max().unwrap_or(0).max(3);
    let names = table.rows.iter().filter_map(|row| row.first()).map(|name| cells(name)).max().unwrap_or(NAME);
    let name = names.min(width.saturating_sub(all + 2 + 4 * slots).max(NAME));
    let slot = (width.saturating_sub(name + all + 2) / slots).clamp(3, 8);
    let starts: Vec<&String> = table.heads.iter().skip(1).take(plot.unnamed.len()).collect();
    // A time that is as wide as its column would run into the next one.
    let every = if starts.iter().any(|start| cells(start) >= slot) { 2 } else { 1 };
    let mut head = padded("", name + 1);
    for start in starts.iter().step_by(every) {
        head.push_str(&padded(start, slot * u16::try_from(every).unwrap_or(1)));
    }
    let head = format!("{} all", padded(head.trim_end(), name + 1 + slot * slots));
    let mut lines = vec![Line::styled(head, paint.role(Role::Quiet))];
    for row in &table.rows {
        let (Some(unit), Some(total)) = (row.first(), row.last()) else { continue };
        let mut spans = vec![Span::styled(padded(&cut(unit, name), name + 1), paint.role(Role::Text))];
        for cell in row.iter().skip(1).take(plot.unnamed.len()) {
            spans.extend(column(cell, plot.most(), slot, paint));
        }
        spans.push(Span::styled(format!(" {total}"), paint.role(Role::Text)));
        lines.push(Line::from(spans));
    }
    lines
}

/// Returns the bar and the number of a stretch; a dot where nothing was said.
fn column(cell: &str, most: usize, width: u16, paint: &Paint) -> [Span<'static>; 2] {
    let count: usize = cell.parse().unwrap_or(0);
    let height = (count * BARS.len()).div_ceil(most.max(1)).saturating_sub(1);
    let bar = if count == 0 { "·" } else { BARS.get(height).copied().unwrap_or("█") };
    let role = if count == 0 { Role::Quiet } else { Role::Accent };
    [Span::styled(bar, paint.role(role)), Span::styled(padded(cell, width - 1), paint.role(Role::Text))]
}

fn padded(text: &str, width: u16) -> String {
    let blank = usize::from(width.saturating_sub(cells(text)));
    format!("{text}{:blank$}", "")
}
