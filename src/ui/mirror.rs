//! The mirror (the self-assessment): questions whose answers are sentences, ladders whose rungs are words.

mod answers;
mod ask;
mod front;
mod history;
mod ladders;
mod prose;
mod result;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::words::{cells, cut, wrap};
use super::{Frame, Paint, buttons, footer};
use crate::app::{AssessView, Model, Page, Scrolled, Whose};
use crate::assess::FOOTER;
use crate::theme::Role;

/// Draws the current page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let view = &model.assess;
    let quiet = paint.role(Role::Quiet);
    let mirror_lines: Vec<Line<'_>> =
        wrap(FOOTER, area.width).into_iter().map(|line| Line::styled(line, quiet)).collect();
    let roomy = u16::from(area.height >= 14);
    let [head, _, body, hint, mirror, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(roomy),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(u16::try_from(mirror_lines.len()).unwrap_or(1)),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(title(view, area.width, paint), head);
    frame.render_widget(Paragraph::new(mirror_lines), mirror);
    footer::draw(frame, foot, paint, model, "");
    if view.covered {
        frame.render_widget(
            Line::styled("This screen may be the room's as well. Enter shows what is yours.", paint.role(Role::Text)),
            body,
        );
        return;
    }
    let says = match view.page {
        Page::Front => front::draw(frame, body, paint, model),
        Page::Ask => ask::draw(frame, body, paint, view),
        Page::End => front::end(frame, body, paint, view),
        Page::Result => result::draw(frame, body, paint, model),
        Page::Answers => answers::draw(frame, body, paint, view),
        Page::Unit => front::unit(frame, body, paint, view),
        Page::History => history::draw(frame, body, paint, view),
    };
    frame.scrolls(body, Scrolled::Rows);
    buttons::answer(frame, hint, says);
    frame.render_widget(Line::styled(cut(says, area.width), paint.role(Role::Quiet)), hint);
}

/// Returns a line that says whose assessment it is, and how many questions are answered.
fn title<'a>(view: &AssessView, width: u16, paint: &Paint) -> Line<'a> {
    let whose = match view.whose {
        Whose::Own => "lead self, teams, systems: a mirror for yourself",
        Whose::Sample => "the sample leader, invented: three assessments over two years",
    };
    let walk = view.walk.as_ref().filter(|_| matches!(view.page, Page::Ask | Page::End));
    let progress = walk.map_or_else(String::new, |walk| {
        let (behind, all) = walk.progress();
        format!("{behind} of {all} answered")
    });
    let room = width.saturating_sub(11 + cells(&progress) + 1);
    let whose = cut(whose, room);
    let gap = " ".repeat(usize::from(room.saturating_sub(cells(&whose)) + 1));
    Line::from(vec![
        Span::styled("adjacent   ", paint.role(Role::Accent)),
        Span::styled(whose, paint.role(Role::Quiet)),
        Span::styled(format!("{gap}{progress}"), paint.role(Role::Quiet)),
    ])
}
