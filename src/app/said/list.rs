//! The list of what was said, with a cursor in it. The cursor stays on its line, whatever is said meanwhile.

use super::actions::{self, ActionsView};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Run, unsettle};
use crate::app::screen::{Screen, Tone};

/// The command that puts the cursor into the list.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(45, "said", "go through what was said, line by line (Up)", &[Screen::Run], go_in)
        .key(KeyPress::ctrl('6'))
        .in_footer("what was said")];

/// The rows of the run screen that are no lines said, about.
const OTHER_ROWS: u16 = 12;

/// Puts the cursor on the last line; in the list already, it goes one line up.
pub(in crate::app) fn go_in(model: &mut Model) -> Vec<Effect> {
    let listed = listed(model);
    let Some(last) = listed.last().copied() else {
        model.tell(Tone::Plain, "Nothing was said yet; what is said can be mended here later.");
        return Vec::new();
    };
    let before = model.run.as_ref().and_then(Run::chosen).and_then(|seq| moved(&listed, seq, Code::Up, 1));
    go_to(model, before.unwrap_or(last))
}

/// Puts the cursor on a line.
pub(in crate::app) fn go_to(model: &mut Model, seq: u64) -> Vec<Effect> {
    if let Some(run) = &mut model.run {
        (run.lines.chosen, run.lines.left) = (Some(seq), None);
    }
    unsettle(model);
    Vec::new()
}

/// Gives the cursor back to the entry line.
pub(in crate::app) fn leave(model: &mut Model) {
    if let Some(run) = &mut model.run {
        (run.lines.chosen, run.lines.left) = (None, None);
    }
    unsettle(model);
}

/// Whether keys go to the list.
pub(in crate::app) fn is_inside(model: &Model) -> bool {
    let chosen = model.run.as_ref().is_some_and(|run| run.lines.chosen.is_some());
    chosen && model.screen == Screen::Run && !model.collects_answers()
}

/// Handles a key in the list; `None` for a key that does here what it does elsewhere. A character is typed into the
/// entry line, which gets the cursor back.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Option<Vec<Effect>> {
    let plain = !key.ctrl && !key.alt;
    match key.code {
        Code::Up | Code::Down | Code::PageUp | Code::PageDown | Code::Home | Code::End if plain => {
            go(model, key.code);
            Some(Vec::new())
        }
        Code::Esc => {
            leave(model);
            Some(Vec::new())
        }
        Code::Enter => {
            model.show(ActionsView::default());
            Some(Vec::new())
        }
        _ => {
            if let Some(action) = actions::for_key(key) {
                return Some(actions::run(model, action));
            }
            if key.typed().is_some() {
                begin_typing(model, key);
            }
            None
        }
    }
}

/// Leaves the list because something is typed. A typed `/` begins the name of a command, which is then about the line
/// that was left.
fn begin_typing(model: &mut Model, key: KeyPress) {
    let names_command = key.typed() == Some('/') && model.entry.is_empty();
    let chosen = model.run.as_ref().and_then(Run::chosen).filter(|_| names_command);
    leave(model);
    if let Some(run) = &mut model.run {
        run.lines.left = chosen;
    }
}

fn go(model: &mut Model, code: Code) {
    let Some(seq) = model.run.as_ref().and_then(Run::chosen) else { return };
    let listed = listed(model);
    let page = usize::from(model.size.1.saturating_sub(OTHER_ROWS).max(4) / 2);
    match moved(&listed, seq, code, page) {
        Some(next) => drop(go_to(model, next)),
        None if code == Code::Down || listed.is_empty() => leave(model),
        None => {}
    }
}

/// Returns the line that a key moves the cursor to; `None` where there is none.
fn moved(listed: &[u64], seq: u64, code: Code, page: usize) -> Option<u64> {
    let at = listed.partition_point(|listed| *listed < seq);
    let last = listed.len().checked_sub(1)?;
    let gone = listed.get(at) != Some(&seq);
    let next = match code {
        Code::Up => at.checked_sub(1)?,
        // The line itself may have been removed; then the next one has its place.
        Code::Down if gone => at,
        Code::Down => at + 1,
        Code::PageUp => at.saturating_sub(page),
        Code::PageDown => (at + page).min(last),
        Code::Home => 0,
        _ => last,
    };
    listed.get(next).copied()
}

/// Returns the lines of the list by their numbers, in order. Where the room sees this screen, these are the lines that
/// the room has seen.
pub(in crate::app) fn listed(model: &Model) -> Vec<u64> {
    let Some(run) = &model.run else { return Vec::new() };
    if model.is_shared() {
        let room = run.room.audience.as_ref().and_then(|window| window.room.as_ref());
        let mut seen: Vec<u64> = room.iter().flat_map(|room| room.lines()).map(|(told, _)| told.seq).collect();
        seen.sort_unstable();
        return seen;
    }
    run.lines.captured.iter().filter(|line| !line.recounted).map(|line| line.seq).collect()
}
