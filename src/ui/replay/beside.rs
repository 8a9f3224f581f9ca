use jiff::SignedDuration;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::drift_in_words;
use crate::app::replay::{AgendaTimeRow, ReplayView, SidePanel};
use crate::theme::Role;
use crate::ui::words::{cells, clock, cut, wrap};
use crate::ui::{Frame, Paint, neighbours};

/// Draws one of the panels beside the lines said.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &ReplayView, panel: SidePanel) {
    let (lines, here) = match panel {
        SidePanel::Map => (map(view, area.width, paint), 0),
        SidePanel::Findings => (findings(view, area.width, paint), 0),
        SidePanel::Agenda => agenda(view, area.width, paint),
    };
    let room = usize::from(area.height);
    // A heading is left out if there are only a few rows.
    let lines: Vec<Line<'_>> = lines.into_iter().skip(usize::from(room < 4)).collect();
    let more = lines.len().saturating_sub(room);
    // Scroll so that the current step is visible.
    let skip = (here + 2).saturating_sub(room).min(more);
    let mut shown: Vec<Line<'_>> = lines.into_iter().skip(skip).take(room).collect();
    if more > skip && room > 3 && panel != SidePanel::Agenda {
        shown.truncate(room - 1);
        shown.push(quiet("…", paint));
    }
    frame.render_lines(shown, area);
}

fn quiet<'a>(words: impl Into<String>, paint: &Paint) -> Line<'a> {
    Line::styled(words.into(), paint.role(Role::Quiet))
}

/// Returns the thing named last, and its neighbours.
fn map<'a>(view: &ReplayView, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let mut lines = vec![quiet("adjacent then", paint)];
    match &view.scene.in_view {
        Some(thing) => {
            lines.push(Line::styled(cut(&thing.label, width), paint.role(Role::Title)));
            lines.extend(neighbours::lines(&thing.rows, width, paint));
        }
        None => lines.push(quiet("nothing was named yet", paint)),
    }
    lines
}

/// Returns the findings of the moment, new ones first; only one on a screen that the room sees.
fn findings<'a>(view: &ReplayView, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let showing = view.showing();
    let looked = view.scanned().map(|at| format!("; looked through as far as {}", clock(at))).unwrap_or_default();
    let mut lines = vec![quiet(format!("what showed then{looked}"), paint)];
    if showing.is_empty() && looked.is_empty() {
        lines.push(quiet("nothing so far", paint));
    }
    let most = if view.is_shared() { 1 } else { usize::MAX };
    for known in showing.into_iter().take(most) {
        let fresh = known.since == view.position().heard;
        let role = if fresh { Role::Title } else { Role::Text };
        let rows = wrap(&known.says, width.saturating_sub(2)).into_iter().enumerate();
        lines.extend(rows.map(|(row, text)| {
            let before = if row == 0 { "· " } else { "  " };
            Line::from(vec![Span::styled(before, paint.role(Role::Quiet)), Span::styled(text, paint.role(role))])
        }));
    }
    lines
}

/// Returns the agenda with the time spent in each step up to the moment, and the index of the current step's line.
fn agenda<'a>(view: &ReplayView, width: u16, paint: &Paint) -> (Vec<Line<'a>>, usize) {
    let heading = match &view.scene.pace {
        Some(pace) => format!("planned and taken: {}", drift_in_words(pace.drift)),
        None => "planned and taken".to_owned(),
    };
    let mut lines = vec![quiet(heading, paint)];
    let mut at = 0;
    for row in &view.scene.agenda {
        let (mark, title, planned, taken, role) = match row {
            AgendaTimeRow::Exercise { title, planned, taken } => {
                let planned = planned.map(|planned| format!("{planned} min")).unwrap_or_default();
                (
                    "",
                    title,
                    planned,
                    taken.map(|taken| format!("{} min", (taken + SignedDuration::from_secs(30)).as_mins())),
                    Role::Text,
                )
            }
            AgendaTimeRow::Step { title, planned, taken, here } => {
                if *here {
                    at = lines.len();
                }
                let role = if *here { Role::Title } else { Role::Quiet };
                let mark = if *here { "› " } else { "  " };
                (mark, title, clock(*planned), taken.map(clock), role)
            }
        };
        let times = format!("{planned:>7}{:>8}", taken.unwrap_or_default());
        let title = cut(&format!("{mark}{title}"), width.saturating_sub(cells(&times) + 1));
        let gap = " ".repeat(usize::from(width.saturating_sub(cells(&title) + cells(&times))));
        lines.push(Line::from(vec![
            Span::styled(title, paint.role(role)),
            Span::styled(
                format!("{gap}{times}"),
                paint.role(if role == Role::Quiet { Role::Quiet } else { Role::Text }),
            ),
        ]));
    }
    if view.scene.agenda.is_empty() {
        lines.push(quiet("nothing was planned", paint));
    }
    (lines, at)
}
