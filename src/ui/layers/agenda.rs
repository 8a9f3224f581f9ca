use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{lines_boxed, list};
use crate::app::{AgendaRow, AgendaView, Model, agenda_rows};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{clock, wrap};

/// The plan: every exercise with its minutes, every step below it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, view: &AgendaView) {
    let Some(run) = &model.run else { return };
    let session = run.recording.session();
    let (agenda, here) = (run.recording.agenda(), run.recording.stop());
    let row = |row| match row {
        AgendaRow::Line { title, minutes, begins, .. } => {
            format!("{:>5}  {title}  {minutes} min", clock(u64::from(begins) * 60_000))
        }
        AgendaRow::Stop { stop, title, seconds } => {
            let visited = agenda.stops().get(stop).is_some_and(|stop| session.visited().contains(&stop.step));
            let mark = match (Some(stop) == here, visited) {
                (true, _) => "›",
                (false, true) => "·",
                (false, false) => " ",
            };
            format!("      {mark} {} {title}  {}", stop + 1, clock(u64::from(seconds) * 1000))
        }
    };
    let rows: Vec<String> = agenda_rows(agenda, &model.catalogue, session.mode()).into_iter().map(row).collect();
    let hint = "Enter goes  + - minutes  Alt-Up/Down moves  d drops  r repeats  a adds";
    let mut lines = list::list(&rows, view.selected, area, paint, hint);
    if let Some(entry) = &view.adding {
        let says = format!("add after this (for example lever=10): {}_", entry.text());
        lines.push(Line::styled(says, paint.role(Role::Accent)));
    }
    if let Some(wrong) = &view.wrong {
        let width = area.width.saturating_sub(6);
        lines.extend(wrap(wrong, width).into_iter().map(|line| Line::styled(line, paint.role(Role::Alarm))));
    }
    let title = format!("the plan: {} minutes, {} of them kept free", agenda.minutes(), agenda.slack());
    lines_boxed(frame, area, paint, &title, lines);
}
