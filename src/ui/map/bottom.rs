use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{Model, Run, Screen};
use crate::capture::{Form, Reading};
use crate::theme::Role;
use crate::ui::words::cut;
use crate::ui::{Frame, Paint, entry_line};

/// Returns the height of the entry line and of the text about it, in rows; 0 where there is no entry line.
pub(super) const fn height(model: &Model) -> u16 {
    let typing = model.map.find.is_some() || model.map.filtering || model.map.table.changing.is_some();
    if typing || model.run.is_some() && !matches!(model.map.back, Screen::Replay) { 2 } else { 0 }
}

/// Draws the name or filter being typed, or the line of the session that is being written.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    if area.height < 2 {
        return;
    }
    let (above, line) = (Rect { height: 1, ..area }, Rect { y: area.y + 1, height: 1, ..area });
    let map = &model.map;
    let say = |frame: &mut Frame<'_>, says: &str, role: Role| {
        frame.render_widget(Line::styled(cut(says, above.width), paint.role(role)), above);
    };
    if let Some(find) = &map.find {
        entry_line::draw(frame, line, paint, "find: ", &find.entry);
    } else if map.filtering {
        match &map.wrong {
            Some(wrong) => say(frame, wrong, Role::Amber),
            None => say(
                frame,
                "words kind: team: status: said: sign: arrow: is:disputed no:owner in:loop path:A..B",
                Role::Quiet,
            ),
        }
        entry_line::draw(frame, line, paint, "filter: ", &map.filter);
    } else if let Some(entry) = &map.table.changing {
        entry_line::draw(frame, line, paint, "change: ", entry);
    } else if let Some(run) = model.written_on_map() {
        match (&run.typing.live, run.last_captured()) {
            _ if run.typing.door.is_some() => say(frame, run.typing.door.as_deref().unwrap_or_default(), Role::Quiet),
            (Some(reading), _) => say(frame, &outcome(reading, model, run), Role::Text),
            (None, Some(last)) if model.is_shared() => say(frame, &last.in_public, Role::Quiet),
            (None, Some(last)) => say(frame, &last.sentence, Role::Quiet),
            (None, None) => {}
        }
        entry_line::of_session(frame, line, paint, "> ", model);
    }
}

/// Returns what the typed line becomes, in one row: the sentence that is read back, or that it stays text, with what it
/// could be. Offers are not shown where the room sees the screen.
fn outcome(reading: &Reading, model: &Model, run: &Run) -> String {
    let offers = if model.is_shared() { &[][..] } else { &reading.offers };
    match (reading.form, offers.get(run.typing.chosen).or(offers.first())) {
        (Form::Text, Some(offer)) => {
            let says = run.recording.read_back(offer, model.session_time());
            format!("{} {says}", model.with_own_keys("text; Ctrl-O:"))
        }
        (Form::Text, None) => "kept as text".to_owned(),
        _ => run.recording.read_back(reading, model.session_time()),
    }
}
