use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{lines_boxed, list};
use crate::app::{Model, Queue, covers_answers, only_counts};
use crate::record::spoken::counted;
use crate::record::{CollectBy, Hidden};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::entry_line::veil;
use crate::ui::words::wrap;

/// How answers are to be collected that nobody sees yet.
pub(super) fn collect(frame: &mut Frame<'_>, area: Rect, paint: &Paint, way: CollectBy, awaited: &str) {
    let rows = ["the keyboard goes round; what is typed shows as a bar", "slips of paper, typed here by the scribe"];
    let selected = usize::from(way != CollectBy::Passing);
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

/// Answers that belong to no round: nothing of them is shown before it is decided.
pub(super) fn stray(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, sure: bool) {
    let count = model.run.as_ref().and_then(|run| run.stray.as_ref()).map_or(0, Hidden::count);
    let what = counted(count, "unnamed answer lies", "unnamed answers lie");
    let says = [
        (format!("{what} in the private file, and no round is on. Nobody has seen them."), Role::Text),
        ("s shows them, shuffled   k goes on collecting   Esc leaves them there".to_owned(), Role::Accent),
        (if sure { "x once more drops them all, unseen" } else { "x drops them" }.to_owned(), Role::Accent),
    ];
    let rows = says.into_iter().flat_map(|(says, role)| {
        let rows = wrap(&says, area.width.saturating_sub(4));
        rows.into_iter().map(move |row| Line::styled(row, paint.role(role)))
    });
    let lines = rows.collect();
    lines_boxed(frame, area, paint, "answers that were never shown", lines);
}
