use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::chosen::{self, TWO_COLUMNS};
use crate::app::{Model, Run};
use crate::capture::{Form, Reading};
use crate::theme::Role;
use crate::ui::words::{cells, cut, fitted, wrap};
use crate::ui::{Frame, Paint};

/// Draws the reading of the typed text below the entry line, with its doubts and the completions that Tab takes.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let room = usize::from(area.height);
    let mut lines: Vec<Line<'_>> = candidates(run, area.width, paint).into_iter().filter(|_| room > 1).collect();
    let counts = run.asks_for_count(model.entry.text());
    match &run.typing.live {
        _ if run.chosen().is_some() && area.width >= TWO_COLUMNS => lines.clear(),
        _ if run.chosen().is_some() => lines = chosen::short(model, run, (area.width, room), paint),
        _ if run.typing.door.is_some() => {
            let room = room.saturating_sub(lines.len()).max(1);
            let says = run.typing.door.iter().flat_map(|says| fitted(says, area.width, room));
            lines.extend(says.map(|says| Line::styled(says, paint.role(Role::Quiet))));
        }
        Some(_) if counts.is_some() => {
            lines.extend(counts.map(|says| Line::styled(cut(&says, area.width), paint.role(Role::Accent))));
        }
        Some(reading) => {
            let doubt = reading.amber.first().filter(|_| room > 1);
            let room = room.saturating_sub(lines.len() + usize::from(doubt.is_some())).max(1);
            lines.extend(live(reading, model, run, (area.width, room), paint));
            lines.extend(doubt.map(|amber| Line::styled(cut(&amber.why, area.width), paint.role(Role::Amber))));
        }
        None if counts.is_some() => {
            lines.extend(counts.map(|says| Line::styled(cut(&says, area.width), paint.role(Role::Accent))));
        }
        None => lines.extend(last(model, run, (area.width, room), paint)),
    }
    frame.render_lines(lines, area);
}

fn candidates<'a>(run: &Run, width: u16, paint: &Paint) -> Option<Line<'a>> {
    if run.typing.candidates.is_empty() {
        return None;
    }
    let mut spans = vec![Span::styled("Tab ", paint.role(Role::Quiet))];
    let share = width.saturating_sub(4) / u16::try_from(run.typing.candidates.len()).unwrap_or(1).max(1);
    for (at, candidate) in run.typing.candidates.iter().enumerate() {
        let role = if at == run.typing.candidate { Role::Accent } else { Role::Quiet };
        spans.push(Span::styled(cut(&candidate.label, share.saturating_sub(2).max(8)), paint.role(role)));
        spans.push(Span::raw("  "));
    }
    Some(Line::from(spans))
}

fn live<'a>(reading: &Reading, model: &Model, run: &Run, (width, room): (u16, usize), paint: &Paint) -> Vec<Line<'a>> {
    let at = model.session_time();
    let chosen = run.typing.chosen.min(reading.offers.len().saturating_sub(1));
    let (sentence, role) = match (reading.form, reading.offers.get(chosen)) {
        (Form::Text, Some(offer)) => {
            let says = run.recording.read_back(offer, at);
            let place = (chosen, reading.offers.len());
            return offered(model, "kept as text; could be: ", &says, place, (width, room), paint);
        }
        (Form::Text, None) => (STAYS_TEXT.to_owned(), Role::Quiet),
        _ => (run.recording.read_back(reading, at), Role::Text),
    };
    let role = if reading.why.is_some() || !reading.amber.is_empty() { Role::Amber } else { role };
    fitted(&sentence, width, room).into_iter().map(|line| Line::styled(line, paint.role(role))).collect()
}

/// What is said about a line that becomes no fact.
const STAYS_TEXT: &str = "kept as text";

/// Returns a reading that is offered, with the keys that take it and show the next one. Where there is little room, the
/// sentence is cut and the keys stay.
fn offered<'a>(
    model: &Model,
    before: &str,
    says: &str,
    (at, all): (usize, usize),
    (width, room): (u16, usize),
    paint: &Paint,
) -> Vec<Line<'a>> {
    let keys = match (all, width) {
        (0 | 1, 60..) => " (Ctrl-O: take it)".to_owned(),
        (_, 60..) => format!(" (Ctrl-O: take it; Shift-Tab: {} of {all})", at + 1),
        (0 | 1, _) => " (Ctrl-O)".to_owned(),
        (..) => format!(" (Ctrl-O, {}/{all})", at + 1),
    };
    let keys = model.with_own_keys(&keys);
    let before = if width < 60 && room == 1 { "text, or: " } else { before };
    let mut says = says.to_owned();
    loop {
        let lines = wrap(&format!("{before}{says}{keys}"), width);
        if lines.len() <= room || says.chars().count() <= 1 {
            return lines.into_iter().take(room).map(|line| Line::styled(line, paint.role(Role::Amber))).collect();
        }
        says = cut(&says, cells(&says).saturating_sub(1));
    }
}

fn last<'a>(model: &Model, run: &Run, (width, room): (u16, usize), paint: &Paint) -> Vec<Line<'a>> {
    if let Some(line) = run.line_being_saved() {
        return vec![Line::styled(cut(&format!("being saved: {line}"), width), paint.role(Role::Quiet))];
    }
    let waiting = run.offered.pointed_out(run.recording.session());
    let waiting = waiting.map(|says| format!("{says}: look at them now?{}", model.with_own_keys(" (Ctrl-V)")));
    let waiting = waiting.map(|says| Line::styled(cut(&says, width), paint.role(Role::Quiet)));
    let line = &run.last.offered;
    let mut lines = Vec::new();
    if let (Some(reading), Some(last)) = (line.readings.get(line.chosen), run.last_line()) {
        let says = run.recording.read_back(reading, last.at);
        let room = room.saturating_sub(usize::from(waiting.is_some())).max(1);
        lines = offered(model, "could be: ", &says, (line.chosen, line.readings.len()), (width, room), paint);
    } else if let Some(offer) = run.last.offers.first() {
        let says = format!("{}{}", offer.ask, model.with_own_keys("  Ctrl-O: yes"));
        lines.push(Line::styled(cut(&says, width), paint.role(Role::Amber)));
    }
    lines.extend(waiting);
    lines.truncate(room);
    lines
}
