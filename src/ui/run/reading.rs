use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::{Model, Run};
use crate::capture::Reading;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cut, fitted};

/// Draws the reading of the typed text below the entry line, with its doubts and the completions that Tab takes.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let room = usize::from(area.height);
    let mut lines: Vec<Line<'_>> = candidates(run, area.width, paint).into_iter().filter(|_| room > 1).collect();
    match &run.typing.live {
        Some(reading) => {
            let doubt = reading.amber.first().filter(|_| room > 1);
            let room = room.saturating_sub(lines.len() + usize::from(doubt.is_some())).max(1);
            lines.extend(live(reading, model, run, (area.width, room), paint));
            lines.extend(doubt.map(|amber| Line::styled(cut(&amber.why, area.width), paint.role(Role::Amber))));
        }
        None => lines.extend(last(run, area.width, paint)),
    }
    frame.render_widget(Paragraph::new(lines), area);
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
    let sentence = run.recording.read_back(reading, model.session_time());
    let role = if reading.why.is_some() || !reading.amber.is_empty() { Role::Amber } else { Role::Text };
    fitted(&sentence, width, room).into_iter().map(|line| Line::styled(line, paint.role(role))).collect()
}

fn last<'a>(run: &Run, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    if let Some(line) = run.line_being_saved() {
        return vec![Line::styled(cut(&format!("being saved: {line}"), width), paint.role(Role::Quiet))];
    }
    let Some(offer) = run.last.offers.first() else { return Vec::new() };
    let says = format!("{}  Ctrl-O: yes", offer.ask);
    vec![Line::styled(cut(&says, width), paint.role(Role::Amber))]
}
