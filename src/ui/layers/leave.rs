//! Ending, going home and leaving: what is still to be saved, and what would be lost.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lines_boxed;
use crate::app::{After, Model, Run};
use crate::record::spoken::counted;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::wrap;

/// Everything is being saved, and then something is done.
pub(super) fn saving(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, after: After) {
    let left = model.run.as_ref().map_or(0, Run::lines_left);
    let left = if left == 0 { String::new() } else { format!(", {} left", counted(left, "line", "lines")) };
    let then = match after {
        After::End | After::Ended => "Then the session is ended.",
        After::Home => "Then the first screen is shown.",
        After::Leave => "Then the program is left.",
    };
    let says = [(format!("saving{left}; Esc stops and shows them"), Role::Accent), (then.to_owned(), Role::Text)];
    lines_boxed(frame, area, paint, "a moment", wrapped(says, area.width, paint));
}

/// "End?"
pub(super) fn end(frame: &mut Frame<'_>, area: Rect, paint: &Paint) {
    let says = [
        ("The room sees a thank-you; afterwards it can be read, not written.".to_owned(), Role::Text),
        ("Enter ends the session, any other key goes on.".to_owned(), Role::Accent),
    ];
    lines_boxed(frame, area, paint, "end the session?", wrapped(says, area.width, paint));
}

/// "Leave?"
pub(super) fn leave(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let missing = model.not_on_disk();
    let saving = model.run.as_ref().is_some_and(Run::is_saving);
    let enter = match (missing.len(), saving) {
        (0, _) => "Enter leaves, any other key stays.",
        (_, true) => "Enter leaves once that is saved, any other key stays.",
        (_, false) => "Enter leaves without it, any other key stays.",
    };
    let so_far = "Everything that was read back is on disk.".to_owned();
    let alarm = missing.into_iter().map(|says| (says, Role::Alarm));
    let says = alarm.chain([(so_far, Role::Text), (enter.to_owned(), Role::Accent)]);
    lines_boxed(frame, area, paint, "leave?", wrapped(says, area.width, paint));
}

fn wrapped(says: impl IntoIterator<Item = (String, Role)>, width: u16, paint: &Paint) -> Vec<Line<'static>> {
    let rows = says
        .into_iter()
        .flat_map(|(says, role)| wrap(&says, width.saturating_sub(4)).into_iter().map(move |row| (row, role)));
    rows.map(|(row, role)| Line::styled(row, paint.role(role))).collect()
}
