use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::words::{cells, cut};
use super::{Paint, alarm};
use crate::app::{CommandRow, LINE_ACTIONS, Model, Screen, Tone};
use crate::theme::Role;

/// Draws the last line of a screen: the notice if there is one, otherwise the keys that work here.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, status: &str) {
    let notice = model.notice.as_ref().filter(|notice| !alarm::is_long(notice, area.width));
    let line = match notice {
        Some(notice) => Line::styled(cut(&notice.says, area.width), paint.role(role_of(notice.tone))),
        None => keys(area.width, paint, model, status),
    };
    frame.render_widget(line, area);
}

pub(super) const fn role_of(tone: Tone) -> Role {
    match tone {
        Tone::Plain => Role::Quiet,
        Tone::Good => Role::Good,
        Tone::Alarm => Role::Alarm,
    }
}

fn keys<'a>(width: u16, paint: &Paint, model: &Model, status: &str) -> Line<'a> {
    let mut spans = Vec::new();
    let mut used = 0;
    if !status.is_empty() {
        used += cells(status) + 3;
        spans.push(Span::styled(format!("{status}   "), paint.role(Role::Good)));
    }
    let hub = model.hub.at_the_foot();
    if !hub.is_empty() {
        used += cells(&hub) + 3;
        spans.push(Span::styled(format!("{hub}   "), paint.role(Role::Quiet)));
    }
    for (key, short) in if is_in_list(model) { keys_in_list() } else { keys_of_screen(model) } {
        let short = format!(" {short}  ");
        used += cells(&key) + cells(&short);
        if used > width + 2 {
            break;
        }
        spans.push(Span::styled(key, paint.role(Role::Text)));
        spans.push(Span::styled(short, paint.role(Role::Quiet)));
    }
    Line::from(spans)
}

fn keys_of_screen(model: &Model) -> Vec<(String, &'static str)> {
    let pressed = |row: &&CommandRow| row.key.is_some() || !model.is_typing();
    let shown = model.commands.on(model.screen).filter(|row| !row.short.is_empty() && !row.waits(model));
    shown.filter(pressed).map(|row| (model.commands.pressed(row, model.is_typing()), row.short)).collect()
}

/// Returns the keys that work on the line under the cursor.
fn keys_in_list() -> Vec<(String, &'static str)> {
    let actions = LINE_ACTIONS.iter().filter_map(|action| Some((action.key?.to_string(), action.short)));
    [("Enter".to_owned(), "actions"), ("Esc".to_owned(), "back")].into_iter().chain(actions).collect()
}

fn is_in_list(model: &Model) -> bool {
    model.screen == Screen::Run && model.run.as_ref().is_some_and(|run| run.chosen().is_some())
}
