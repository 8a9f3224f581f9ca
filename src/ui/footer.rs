use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::words::{cells, cut};
use super::{Frame, Paint, alarm};
use crate::app::{Code, CommandRow, KeyPress, LINE_ACTIONS, Model, PointerTarget, Screen, Tone};
use crate::theme::Role;

/// Draws the last line of a screen: the notice if there is one, otherwise the keys that work here.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, status: &str) {
    let notice = model.notice.as_ref().filter(|notice| !alarm::is_long(notice, area.width));
    let line = match notice {
        Some(notice) => Line::styled(cut(&notice.says, area.width), paint.role(role_of(notice.tone))),
        None => keys(frame, area, paint, model, status),
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

/// Returns the keys that work here, as many as fit; a click on one is that key.
fn keys<'a>(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, status: &str) -> Line<'a> {
    let width = area.width;
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
    for (key, short, target) in if is_in_list(model) { keys_in_list() } else { keys_of_screen(model) } {
        // A name that is typed says by itself what it does.
        let short = if key.contains(short) { "  ".to_owned() } else { format!(" {short}  ") };
        let from = used;
        used += cells(&key) + cells(&short);
        if used > width + 2 {
            break;
        }
        frame.answers(Rect { x: area.x + from, width: used - from - 2, ..area }, target);
        spans.push(Span::styled(key, paint.role(Role::Text)));
        spans.push(Span::styled(short, paint.role(Role::Quiet)));
    }
    Line::from(spans)
}

/// What to press, what it does in a word or two, and what a click on it presses.
type FootKey = (String, &'static str, PointerTarget);

fn keys_of_screen(model: &Model) -> Vec<FootKey> {
    let shown = model.commands.on(model.screen).filter(|row| !row.short.is_empty() && !row.waits(model));
    let pressed = |row: &&CommandRow| row.key.is_some() || !model.is_typing();
    shown.filter(pressed).map(|row| (row.pressed(model), row.short, PointerTarget::Command(row.name))).collect()
}

/// Returns the keys that work on the line under the cursor.
fn keys_in_list() -> Vec<FootKey> {
    let foot_key = |key: KeyPress, short| (key.to_string(), short, PointerTarget::Key(key));
    let (enter, esc) = (KeyPress::plain(Code::Enter), KeyPress::plain(Code::Esc));
    let actions = LINE_ACTIONS.iter().filter_map(|action| Some(foot_key(action.key?, action.short)));
    [foot_key(enter, "actions"), foot_key(esc, "back")].into_iter().chain(actions).collect()
}

fn is_in_list(model: &Model) -> bool {
    model.screen == Screen::Run && model.run.as_ref().is_some_and(|run| run.chosen().is_some())
}
