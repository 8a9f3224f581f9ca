use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::{Model, Run};
use crate::capture::Reading;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cut, wrap};

/// Below the entry line: how what is typed would be read, and what Tab would complete.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let mut lines = Vec::new();
    if let Some(candidates) = candidates(run, area.width, paint) {
        lines.push(candidates);
    }
    match &run.live {
        Some(reading) => lines.extend(live(reading, model, run, area.width, paint)),
        None => lines.extend(last(run, area.width, paint)),
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn candidates<'a>(run: &Run, width: u16, paint: &Paint) -> Option<Line<'a>> {
    if run.candidates.is_empty() {
        return None;
    }
    let mut spans = vec![Span::styled("Tab ", paint.role(Role::Quiet))];
    let share = width.saturating_sub(4) / u16::try_from(run.candidates.len()).unwrap_or(1).max(1);
    for (at, candidate) in run.candidates.iter().enumerate() {
        let role = if at == run.candidate { Role::Accent } else { Role::Quiet };
        spans.push(Span::styled(cut(&candidate.label, share.saturating_sub(2).max(8)), paint.role(role)));
        spans.push(Span::raw("  "));
    }
    Some(Line::from(spans))
}

fn live<'a>(reading: &Reading, model: &Model, run: &Run, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let sentence = run.recording.read_back(reading, model.session_time());
    let role = if reading.why.is_some() || !reading.amber.is_empty() { Role::Amber } else { Role::Text };
    let mut lines: Vec<Line<'a>> =
        wrap(&sentence, width).into_iter().map(|line| Line::styled(line, paint.role(role))).collect();
    if let Some(amber) = reading.amber.first() {
        lines.push(Line::styled(cut(&amber.why, width), paint.role(Role::Amber)));
    }
    lines
}

fn last<'a>(run: &Run, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let Some(offer) = run.offers.first() else { return Vec::new() };
    let says = format!("{}  Ctrl-O: yes", offer.ask);
    vec![Line::styled(cut(&says, width), paint.role(Role::Amber))]
}
