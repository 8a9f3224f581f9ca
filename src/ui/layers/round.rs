use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{lines_boxed, list};
use crate::app::{Model, Queue, covers_answers, only_counts};
use crate::record::Way;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::entry_line::veil;

/// How answers are to be collected that nobody sees yet.
pub(super) fn collect(frame: &mut Frame<'_>, area: Rect, paint: &Paint, way: Way, awaited: &str) {
    let rows = ["the keyboard goes round; what is typed shows as a bar", "slips of paper, typed here by the scribe"];
    let selected = usize::from(way != Way::Passing);
    let rows: Vec<String> = rows.iter().map(|row| (*row).to_owned()).collect();
    let mut lines = list::list(&rows, selected, area, paint, "Enter begins; nobody's name, time or order is kept");
    let awaited = if awaited.is_empty() { "not announced (type a number)".to_owned() } else { awaited.to_owned() };
    lines.push(Line::styled(format!("how many are awaited: {awaited}"), paint.role(Role::Accent)));
    lines_boxed(frame, area, paint, "unnamed answers", lines);
}

/// What was collected, before the room sees it. On a screen that is the room's as well the texts are kept covered.
pub(super) fn held(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, queue: &Queue) {
    let Some(round) = model.run.as_ref().and_then(|run| run.round.as_ref()) else { return };
    let covered = covers_answers(model);
    let rows: Vec<String> = if covered { Vec::new() } else { round.entries.clone() };
    let counted = only_counts(model).then_some("Enter shows how many chose what; Esc goes on collecting; x drops them");
    let hint = match (queue.sure, covered, model.is_shared()) {
        (true, ..) => "x once more drops them all, unseen; nothing brings them back",
        _ if counted.is_some() => counted.unwrap_or_default(),
        (_, true, true) => "Enter shows them all, shuffled; F2 uncovers them here; x drops them",
        (_, true, false) => "Esc goes on collecting; x drops them",
        (_, false, _) if !queue.dropped.is_empty() => {
            "Enter shows them all, shuffled   Ctrl-Z brings back what was dropped"
        }
        (_, false, _) => "Enter shows them all, shuffled   e edit  m merge with the next  p park  d drop   x drops all",
    };
    let mut lines = list::list(&rows, queue.selected, area, paint, hint);
    if let Some(entry) = &queue.editing {
        let shown = if covered { veil(entry.text()) } else { entry.text().to_owned() };
        lines.push(Line::styled(format!("{shown}_"), paint.role(Role::Accent)));
    }
    let parked = if round.aside.is_empty() { String::new() } else { format!(", {} parked", round.aside.len()) };
    let title = format!("{} in, {} to be shown{parked}; nobody has seen them", round.count(), round.entries.len());
    lines_boxed(frame, area, paint, &title, lines);
}
