//! One screen for everybody: what the room sees, and the entry line below it. Private text is shown only with F2.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::captured;
use crate::app::{Model, Run, bar_over, veiled};
use crate::record::spoken::counted;
use crate::theme::Role;
use crate::ui::words::clock;
use crate::ui::{Frame, Paint, entry_line, footer, room};

/// Draws what everybody may see, and the entry line.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let gap = u16::from(area.height >= 16);
    let [head, above, body, below, entry, reading, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(gap),
        Constraint::Fill(1),
        Constraint::Length(gap),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    let _ = (above, below);
    if let Some((window, seen)) = run.room.audience.as_ref().and_then(|window| Some((window, window.room.as_ref()?))) {
        room::head(frame, head, paint, window, seen);
        if run.chosen().is_some() {
            captured::draw_public(frame, body, paint, run, seen);
        } else {
            room::scene(frame, body, paint, window, seen);
        }
    }
    let typed = model.entry.text();
    let shown = if run.typing.covered { bar_over(typed) } else { veiled(typed, &run.recording) };
    // A tag without text after it, or an incomplete name, would be read as a line.
    let begun = run.recording.persons().begun_at_the_end(model.entry.text()).is_some();
    let live = run.typing.live.as_ref().filter(|_| !begun && shown != bar_over(model.entry.text()));
    let live = live.map(|reading| run.recording.read_back_in_public(reading, model.session_time()));
    frame.render_widget(Line::styled(live.unwrap_or_default(), paint.role(Role::Text)), reading);
    let parked = run.parked();
    let status = match (run.lines_left(), parked) {
        (0, 0) => String::new(),
        (0, parked) => format!("{parked} parked"),
        (left, _) => format!("saving, {} left", counted(left, "line", "lines")),
    };
    footer::draw(frame, foot, paint, model, &status);
    entry_line::draw_as(frame, entry, paint, "> ", &model.entry, &shown);
}

/// Draws title and clock only. Over a private session this stays as long as the room looks on, so it names the key
/// that shows the session.
pub(in crate::ui) fn curtain(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let middle = Rect { y: area.y + area.height / 2, height: area.height.min(1), ..area };
    frame.render_widget(head_line(model, run, paint).centered(), middle);
    if run.recording.session().is_private() {
        let below = Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area };
        frame.render_widget(Line::styled(model.with_own_keys(SHOWS_IT), paint.role(Role::Quiet)).centered(), below);
    }
}

/// The hint shown in place of a private session.
const SHOWS_IT: &str = "F2 or /panel shows it, and covers it";

/// Returns the title and the clock, as the room may see them.
pub(super) fn head_line<'a>(model: &Model, run: &Run, paint: &Paint) -> Line<'a> {
    let session = run.recording.session();
    let time = clock(session.clock(model.session_time()).session);
    Line::styled(format!("{}   {time}", session.title_in_public()), paint.role(Role::Accent))
}
