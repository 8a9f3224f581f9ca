use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::lines_boxed;
use crate::app::{Captured, Model, PastedLine, Run, TIME_ROWS};
use crate::record::Person;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::run::{pace_in_words, veiled};
use crate::ui::words::{cut, wrap};

/// The most rows of a list; the cursor stays in sight.
const ROWS: usize = 12;

/// The clocks: what could make up for lost time, more time, a pause.
pub(super) fn time(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, selected: usize) {
    let Some(run) = &model.run else { return };
    let choices = run.guidance.choices.iter().map(|choice| choice.says.as_str());
    let rows = choices.chain(TIME_ROWS).zip(1..).map(|(says, number)| format!("{number}  {says}"));
    let rows: Vec<String> = rows.collect();
    let lines = list(&rows, selected, area, paint, "a number or Enter; nothing happens by itself");
    let title = pace_in_words(model, run).unwrap_or_else(|| "time".to_owned());
    lines_boxed(frame, area, paint, &title, lines);
}

/// What could be asked now, each with its reason.
pub(super) fn questions(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, selected: usize) {
    let Some(run) = &model.run else { return };
    let questions = run.guidance.questions.iter().map(|question| question.ask.clone());
    let perhaps = run.guidance.perhaps.iter().map(|line| format!("perhaps, and nobody has said so: {line}"));
    let rows = questions.chain(perhaps).zip(1..).map(|(says, number)| format!("{number}  {says}"));
    let rows: Vec<String> = rows.collect();
    let mut lines = list(&rows, selected, area, paint, "a number or Enter puts it to the room; x: not this one");
    if let Some(question) = run.guidance.questions.get(selected) {
        let rows = wrap(&question.because, area.width.saturating_sub(4)).into_iter();
        lines.extend(rows.map(|row| Line::styled(row, paint.role(Role::Quiet))));
    }
    lines_boxed(frame, area, paint, "what to ask next", lines);
}

/// What the room can look at.
pub(super) fn room_views(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, selected: usize) {
    let views = crate::app::room_views(model).into_iter().zip(1..);
    let rows: Vec<String> = views.map(|((says, _), number)| format!("{number}  {says}")).collect();
    let lines = list(&rows, selected, area, paint, "a number or Enter; F8 is the curtain");
    lines_boxed(frame, area, paint, "the room looks at", lines);
}

/// The lines, the last one first, to remove the text of one.
pub(super) fn strike(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, selected: usize, sure: bool) {
    let Some(run) = &model.run else { return };
    let shared = model.is_shared();
    let says = |line: &Captured| line.told(if shared { &line.in_public } else { &line.sentence }).into_owned();
    let rows: Vec<String> = run.captured.iter().rev().map(says).collect();
    let hint = if sure {
        "Enter once more removes the text for good, every copy of it; Esc leaves it"
    } else {
        "Enter chooses a line; nothing can bring its text back"
    };
    let lines = list(&rows, selected, area, paint, hint);
    lines_boxed(frame, area, paint, "remove the text of a line for good", lines);
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
    let shared = model.is_shared();
    let session = run.recording.session();
    let number = |person: &Person| session.seat_number(&person.tag).unwrap_or_default();
    rows.extend(session.people().iter().map(|person| format!("{}  {}", number(person), seat(run, person, shared))));
    let hint = match (rows.len(), shared) {
        (1, _) => "F4 lists people",
        (_, true) => "a number chooses; F2 shows who it is; Tab: their name may be shown; Del: has left",
        (_, false) => "a number or a first letter chooses; Tab: their name may be shown; Del: has left",
    };
    let title = if last_line { "who said the last line?" } else { "who speaks from now on?" };
    let lines = list(&rows, selected, area, paint, hint);
    lines_boxed(frame, area, paint, title, lines);
}

/// One seat: tag, name and unit; where the room can see it, what the room may know.
pub(super) fn seat(run: &Run, person: &Person, shared: bool) -> String {
    let party = person.party.as_deref().unwrap_or(if shared { "no team" } else { "" });
    let shown = if person.name.is_some() { "  (named)" } else { "" };
    match (shared, &person.name) {
        (true, None) => party.to_owned(),
        (true, Some(_)) => format!("{}  {party}{shown}", run.recording.called(&person.tag)),
        (false, _) => {
            let typed = run.recording.names().typed_for(&person.tag);
            format!("{typed}  {}  {party}{shown}", run.recording.called(&person.tag))
        }
    }
}

/// Lines that wait to be read.
pub(super) fn pasted(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, waiting: &[PastedLine]) {
    let width = area.width.saturating_sub(6);
    let says = |line: &PastedLine| match &model.run {
        Some(run) if model.is_shared() => veiled(&line.text, &run.recording),
        _ => line.text.clone(),
    };
    let shown = waiting.iter().take(5).map(|line| Line::styled(cut(&says(line), width), paint.role(Role::Text)));
    let mut lines: Vec<Line<'_>> = shown.collect();
    if waiting.len() > 5 {
        lines.push(Line::styled(format!("… and {} more", waiting.len() - 5), paint.role(Role::Quiet)));
    }
    lines.push(Line::styled("Enter reads them, Esc drops them", paint.role(Role::Accent)));
    lines_boxed(frame, area, paint, &format!("{} lines", waiting.len()), lines);
}

/// Rows with one under the cursor, as many as there is room for, and a hint below.
pub(super) fn list(rows: &[String], selected: usize, area: Rect, paint: &Paint, hint: &str) -> Vec<Line<'static>> {
    let room = ROWS.min(usize::from(area.height.saturating_sub(5))).max(1);
    let first = (selected + 1).saturating_sub(room);
    let width = area.width.saturating_sub(6);
    let shown = rows.iter().enumerate().skip(first).take(room);
    let mut lines: Vec<Line<'static>> = shown
        .map(|(at, row)| {
            let role = if at == selected { Role::Selected } else { Role::Text };
            Line::styled(cut(row, width), paint.role(role))
        })
        .collect();
    lines.extend(wrap(hint, width.max(1)).into_iter().map(|row| Line::styled(row, paint.role(Role::Quiet))));
    lines
}
