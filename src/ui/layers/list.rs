use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lines_boxed;
use crate::app::Model;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{clock, cut};

/// The most rows of a list; the cursor stays in sight.
const ROWS: usize = 12;

/// Every step of the agenda.
pub(super) fn steps(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, selected: usize) {
    let Some(run) = &model.run else { return };
    let visited = run.recording.session().visited();
    let rows = run.recording.agenda().stops().iter().zip(1..).map(|(stop, number)| {
        let title = model.catalogue.step(&stop.step, run.recording.session().mode()).map_or("", |(_, step)| step.title.as_str());
        let seen = if visited.contains(&stop.step) { "·" } else { " " };
        format!("{number} {seen} {title}  {}", clock(u64::from(stop.seconds) * 1000))
    });
    let rows: Vec<String> = rows.collect();
    let lines = list(&rows, selected, area, paint, "Enter or a number goes there");
    lines_boxed(frame, area, paint, "go to a step", lines);
}

/// Everybody here.
pub(super) fn speakers(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    model: &Model,
    last_line: bool,
    selected: usize,
) {
    let Some(run) = &model.run else { return };
    let mut rows = vec!["0  nobody named".to_owned()];
    for (person, number) in run.recording.session().people().iter().zip(1..) {
        let party = person.party.as_deref().unwrap_or("");
        rows.push(format!("{number}  {}  {}  {party}", person.tag, run.recording.called(&person.tag)));
    }
    let hint = if rows.len() == 1 { "F4 lists people" } else { "a number or a first letter chooses" };
    let title = if last_line { "who said the last line?" } else { "who speaks from now on?" };
    let lines = list(&rows, selected, area, paint, hint);
    lines_boxed(frame, area, paint, title, lines);
}

/// Lines that wait to be read.
pub(super) fn pasted(frame: &mut Frame<'_>, area: Rect, paint: &Paint, waiting: &[String]) {
    let width = area.width.saturating_sub(6);
    let mut lines: Vec<Line<'_>> =
        waiting.iter().take(5).map(|line| Line::styled(cut(line, width), paint.role(Role::Text))).collect();
    if waiting.len() > 5 {
        lines.push(Line::styled(format!("… and {} more", waiting.len() - 5), paint.role(Role::Quiet)));
    }
    lines.push(Line::styled("Enter reads them, Esc drops them", paint.role(Role::Accent)));
    lines_boxed(frame, area, paint, &format!("{} lines", waiting.len()), lines);
}

/// "Leave?"
pub(super) fn leave(frame: &mut Frame<'_>, area: Rect, paint: &Paint) {
    let lines = vec![
        Line::styled("Everything that was read back is on disk.", paint.role(Role::Text)),
        Line::styled("Enter leaves, any other key stays.", paint.role(Role::Accent)),
    ];
    lines_boxed(frame, area, paint, "leave?", lines);
}

/// Rows with one under the cursor, as many as there is room for, and a hint below.
pub(super) fn list<'a>(rows: &[String], selected: usize, area: Rect, paint: &Paint, hint: &'a str) -> Vec<Line<'a>> {
    let room = ROWS.min(usize::from(area.height.saturating_sub(5))).max(1);
    let first = (selected + 1).saturating_sub(room);
    let width = area.width.saturating_sub(6);
    let shown = rows.iter().enumerate().skip(first).take(room);
    let mut lines: Vec<Line<'a>> = shown
        .map(|(at, row)| {
            let role = if at == selected { Role::Selected } else { Role::Text };
            Line::styled(cut(row, width), paint.role(role))
        })
        .collect();
    lines.push(Line::styled(hint, paint.role(Role::Quiet)));
    lines
}
