//! The replay screen: a bar of the whole session, the lines said up to the moment, and a panel about the moment.

mod bar;
mod beside;
mod marks;
mod said;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::words::{cells, clock, cut};
use super::{Frame, Paint, entry_line, footer};
use crate::app::replay::{Ask, ReplayView, SidePanel};
use crate::app::{Model, Scrolled, origin_in_words};
use crate::theme::Role;

/// The minimum widths for a second column, and for a third.
const TWO_COLUMNS: u16 = 64;
const THREE_COLUMNS: u16 = 130;

/// The minimum height at which everything is drawn.
const ROOMY: u16 = 16;

/// Draws the replay screen at the current moment.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, view: &ReplayView) {
    let roomy = u16::from(area.height >= ROOMY);
    let [head, bar, status, marks, gap, body, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(bar::HEIGHT - 1 + roomy),
        Constraint::Length(1),
        Constraint::Length(1 + roomy),
        Constraint::Length(roomy),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(area);
    let _ = gap;
    frame.render_widget(title(model, view, area.width, paint), head);
    bar::draw(frame, bar, paint, view);
    frame.scrolls(bar.union(body), Scrolled::Moments);
    frame.render_widget(Line::styled(cut(&told(view), area.width), paint.role(Role::Text)), status);
    marks::draw(frame, marks, paint, view);
    columns(frame, body, paint, view);
    footer::draw(frame, foot, paint, model, "");
    ask(frame, marks, paint, view);
}

fn title<'a>(model: &Model, view: &ReplayView, width: u16, paint: &Paint) -> Line<'a> {
    let moment = view.session().header().moment_at(view.position().at);
    let day = moment.strftime("%-d %B %Y").to_string();
    let origin = origin_in_words(model, view.session()).map(|origin| format!("  ({origin})")).unwrap_or_default();
    let title = cut(&format!("{}{origin}", view.scene.title), width.saturating_sub(cells(&day) + 2));
    let gap = " ".repeat(usize::from(width.saturating_sub(cells(&title) + cells(&day))));
    Line::from(vec![
        Span::styled(title, paint.role(Role::Accent)),
        Span::styled(format!("{gap}{day}"), paint.role(Role::Quiet)),
    ])
}

/// Returns the head line, such as "21:30 of 74:10, line 36   What will this change next door?: Effects   playing, 10
/// times as fast".
fn told(view: &ReplayView) -> String {
    let (now, end) = (view.time(view.position()), view.time(view.end()));
    let mut parts = vec![format!("{} of {}, line {}", clock(now), clock(end), view.scene.line)];
    if view.playing.is_some() {
        parts.push(match view.speed {
            1 => "playing".to_owned(),
            speed => format!("playing {speed} times as fast"),
        });
    }
    if let Some(marked) = view.marked {
        parts.push(format!("{} is marked", clock(view.time(marked))));
    }
    parts.extend(view.scene.step.clone());
    parts.join("   ")
}

fn columns(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &ReplayView) {
    if area.width < TWO_COLUMNS {
        let [above, below] = Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]).areas(area);
        said::draw(frame, above, paint, view);
        return beside::draw(frame, below, paint, view, view.panel);
    }
    if area.width < THREE_COLUMNS {
        let [left, right] = Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).spacing(2).areas(area);
        said::draw(frame, left, paint, view);
        return beside::draw(frame, right, paint, view, view.panel);
    }
    let [left, middle, right] =
        Layout::horizontal([Constraint::Fill(5), Constraint::Fill(4), Constraint::Fill(4)]).spacing(3).areas(area);
    said::draw(frame, left, paint, view);
    beside::draw(frame, middle, paint, view, view.panel);
    let other = if view.panel == SidePanel::Agenda { SidePanel::Map } else { view.panel.next() };
    beside::draw(frame, right, paint, view, other);
}

/// Draws the open question with its entry line; draws nothing where no question is open.
fn ask(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &ReplayView) {
    let Some(asking) = &view.asking else { return };
    let (before, hint) = match asking.ask {
        Ask::Unit => ("team: ", view.units().join(", ")),
        Ask::Word => ("word: ", "Enter goes to where it is said next".to_owned()),
        Ask::Branch => ("what if: ", "a session that goes on from this moment, beside the shared map".to_owned()),
    };
    frame.render_widget(ratatui::widgets::Clear, area);
    let hint = Line::styled(cut(&hint, area.width), paint.role(Role::Quiet));
    frame.render_widget(Paragraph::new(vec![Line::default(), hint]).style(paint.role(Role::Text)), area);
    entry_line::draw(frame, Rect { height: area.height.min(1), ..area }, paint, before, &asking.entry);
}
