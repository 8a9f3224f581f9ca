use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{Captured, MendedBy, Model, Run};
use crate::record::Event;
use crate::record::spoken::clock;
use crate::record::text::clean;
use crate::theme::Role;
use crate::ui::words::{cut, fitted, wrap};
use crate::ui::{Frame, Paint};

/// The minimum width of the screen for a second column.
pub(super) const TWO_COLUMNS: u16 = 64;

/// The maximum number of rows for the typed words of the line.
const WORDS: usize = 5;

/// Draws the line under the cursor of the list: who said it, when and in which step, its words, what happened to it, and
/// what else it could be.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let Some(listed) = chosen(run) else { return };
    let mut lines = vec![paint.headline("this line")];
    let mut say = |text: &str, role: Role, rows: usize| {
        let rows = fitted(text, area.width, rows);
        lines.extend(rows.into_iter().map(|row| Line::styled(row, paint.role(role))));
    };
    let line = run.recording.line(listed.seq);
    if let Some(line) = line {
        say(&typed(line), Role::Title, WORDS);
        say(&said_by(line, model, run), Role::Quiet, 2);
    }
    for (text, role) in states(listed, line, run) {
        say(&text, role, 3);
    }
    for (number, reading) in (1..).zip(&run.lines.chosen_offers.readings) {
        let at = line.map_or_else(|| model.session_time(), |line| line.at);
        let key = if number == 1 { " (Ctrl-O)" } else { "" };
        say(&format!("~ could be: {}{key}", run.recording.read_back(reading, at)), Role::Amber, 3);
    }
    lines.push(Line::default());
    for hint in ["Enter: what can be done with it", "typing goes on with the next line, Esc goes back"] {
        lines.extend(wrap(hint, area.width).into_iter().map(|row| Line::styled(row, paint.role(Role::Quiet))));
    }
    lines.truncate(usize::from(area.height));
    frame.render_lines(lines, area);
}

/// Returns the line under the cursor in a few rows, for a screen with no room beside the list.
pub(super) fn short<'a>(model: &Model, run: &Run, (width, room): (u16, usize), paint: &Paint) -> Vec<Line<'a>> {
    let Some(listed) = chosen(run) else { return Vec::new() };
    let line = run.recording.line(listed.seq);
    let words = line.map(typed).unwrap_or_default();
    let mut rows = vec![Line::styled(cut(&words, width), paint.role(Role::Title))];
    let states = states(listed, line, run).into_iter().map(|(text, role)| (cut(&text, width), role));
    let said_by = line.map(|line| (cut(&said_by(line, model, run), width), Role::Quiet));
    rows.extend(states.chain(said_by).map(|(text, role)| Line::styled(text, paint.role(role))));
    rows.truncate(room);
    rows
}

fn chosen(run: &Run) -> Option<&Captured> {
    let seq = run.chosen()?;
    let lines = &run.lines.captured;
    lines.get(lines.partition_point(|line| line.seq < seq)).filter(|line| line.seq == seq)
}

/// Returns the words of a line as they were typed.
fn typed(line: &Event) -> String {
    format!("“{}”", clean(line.said.as_deref().unwrap_or_default()))
}

/// Returns who said a line, when, and in which step.
fn said_by(line: &Event, model: &Model, run: &Run) -> String {
    let who = line.speaker.as_deref().map_or("nobody named", |tag| run.recording.called(tag));
    let session = run.recording.session();
    let mode = session.mode();
    let step = line.step.as_ref().and_then(|step| model.catalogue.step(step, mode));
    let step = step.map(|(_, step)| format!(", {}", step.title)).unwrap_or_default();
    clean(&format!("{who}, {}{step}", clock(session.shown_at(line.seq)))).into_owned()
}

/// Returns what happened to a line, in words.
fn states(listed: &Captured, line: Option<&Event>, run: &Run) -> Vec<(String, Role)> {
    let mut states = Vec::new();
    if listed.taken_back {
        states.push(("× taken back: Ctrl-D brings it back".to_owned(), Role::Text));
    }
    if let Some(mended) = listed.mended {
        let first = run.recording.session().recorded_event(listed.seq);
        let says = match mended {
            MendedBy::Words => {
                let said = first.and_then(|first| first.said.as_deref()).unwrap_or_default();
                format!("mended, first typed as “{}”", clean(said))
            }
            MendedBy::Reading => "read anew: the words are those that were typed".to_owned(),
            MendedBy::Speaker => {
                let who = first.and_then(|first| first.speaker.as_deref());
                format!("first noted for {}", who.map_or("nobody", |tag| run.recording.called(tag)))
            }
        };
        states.push((format!("{says} (Ctrl-T: what stood there before)"), Role::Quiet));
    }
    if listed.scrap {
        states.push(("! this could not be read: it is kept as typed, and on no map".to_owned(), Role::Amber));
    }
    if line.is_none() {
        states.push(("answers shown together: nobody's line".to_owned(), Role::Quiet));
    }
    states
}
