use ratatui::text::{Line, Span};

use crate::export::status_words;
use crate::lens::{PortfolioPlot, PortfolioRow};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut};

/// The width of the column of the statuses, in cells.
const STATUS: u16 = 18;

/// Draws a row for each status, with a column for what was spoken of lately and one for what was not.
pub(super) fn lines(plot: &PortfolioPlot, width: u16, paint: &Paint) -> Vec<Line<'static>> {
    let column = width.saturating_sub(STATUS + 3) / 2;
    let row = |cells: [(&str, Role); 3], bar: &'static str| {
        let [status, lately, quiet] = cells;
        Line::from(vec![
            padded(status, STATUS, paint),
            padded(lately, column, paint),
            Span::styled(bar, paint.role(Role::Quiet)),
            padded(quiet, column, paint),
        ])
    };
    let head = [("", Role::Quiet), ("Spoken of lately", Role::Title), ("Not spoken of lately", Role::Title)];
    let mut lines = vec![row(head, " │ ")];
    let rule = "─".repeat(usize::from(width));
    for status in plot.filled() {
        lines.push(Line::styled(rule.clone(), paint.role(Role::Quiet)));
        for at in 0..height(status) {
            let first = if at == 0 { status_words(status.status) } else { "" };
            let name = |names: &[String]| match names.get(at) {
                Some(name) => (format!("· {name}"), Role::Text),
                None if at == 0 => ("none".to_owned(), Role::Quiet),
                None => (String::new(), Role::Quiet),
            };
            let (lately, quiet) = (name(&status.lately), name(&status.quiet));
            lines.push(row([(first, Role::Title), (&lately.0, lately.1), (&quiet.0, quiet.1)], " │ "));
        }
    }
    lines
}

fn height(row: &PortfolioRow) -> usize {
    row.lately.len().max(row.quiet.len())
}

fn padded((text, role): (&str, Role), width: u16, paint: &Paint) -> Span<'static> {
    let text = cut(text, width);
    let blank = usize::from(width.saturating_sub(cells(&text)));
    Span::styled(format!("{text}{:blank$}", ""), paint.role(role))
}
