use super::not_saved::{changes_there, forget_dropped, set_aside};
use super::settle::{settle, unsettle};
use super::submit::submit;
use super::todo::Unsaved;
use super::waiting::show_waiting;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::round::take_up_again;
use crate::app::said::{go_in, speaks_by_digit};
use crate::app::screen::{Screen, Tone};

/// Handles a key on the run screen that runs no command: it edits the entry line.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    match key.code {
        Code::Enter => return submit(model),
        Code::Tab => complete(model),
        Code::Esc => put_away(model),
        Code::Up if model.entry.is_empty() => return go_in(model),
        Code::Up | Code::Down => choose_candidate(model, key),
        Code::Char(digit @ '0'..='9') if key.alt => speaks_by_digit(model, digit),
        _ => {
            if key.typed().is_some() {
                forget_left_line(model, key);
                set_aside(model);
            } else {
                changes_there(model);
            }
            let (before, cursor) = (model.entry.text().chars().count(), model.entry.cursor());
            if model.entry.press(key)
                && (before, cursor) == (model.entry.text().chars().count(), model.entry.cursor())
                && key.typed().is_some()
            {
                model.tell(Tone::Alarm, "The line is full; Enter reads it.");
            }
            forget_dropped(model);
            unsettle(model);
        }
    }
    Vec::new()
}

/// Forgets the line that the list was left at, unless the name of a command is typed.
fn forget_left_line(model: &mut Model, key: KeyPress) {
    if model.entry.is_empty()
        && key.typed() != Some('/')
        && let Some(run) = &mut model.run
    {
        run.lines.left = None;
    }
}

fn choose_candidate(model: &mut Model, key: KeyPress) {
    let Some(run) = &mut model.run else { return };
    let typing = &mut run.typing;
    typing.candidate = key.moved(typing.candidate, typing.candidates.len()).unwrap_or(typing.candidate);
}

fn complete(model: &mut Model) {
    settle(model);
    let Some(run) = &model.run else { return };
    let Some(candidate) = run.typing.candidates.get(run.typing.candidate) else { return };
    let (fragment, insert) = (run.typing.fragment, candidate.insert.clone());
    model.entry.replace_before_cursor(fragment, &insert);
    unsettle(model);
}

fn put_away(model: &mut Model) {
    if show_waiting(model) {
        return;
    }
    if model.entry.is_empty() && take_up_again(model) {
        return;
    }
    let Some(run) = &mut model.run else { return };
    if let Some(unsaved) = run.saving.unsaved.take_if(|unsaved| unsaved.key.is_some() || !unsaved.todo.is_empty()) {
        // The warning about these keys was read, so their unsaved acts are dropped on purpose.
        let acts = !unsaved.todo.is_empty();
        run.saving.unsaved = Some(Unsaved { in_entry: unsaved.in_entry, reason: unsaved.reason, ..Unsaved::default() });
        forget_dropped(model);
        if acts {
            model.tell(Tone::Plain, "What you did last was dropped: it is not saved.");
        }
        return;
    }
    let last = run.fixes_last();
    if run.typing.fixing.take().is_some() {
        model.entry.clear();
        forget_dropped(model);
        model.tell(Tone::Plain, if last { "The last line stays as it was." } else { "That line stays as it was." });
    } else if run.typing.door.is_some() {
        // The name of a command that was begun, or of none, is put away whole.
        model.entry.clear();
    } else if !run.typing.candidates.is_empty() {
        run.typing.candidates.clear();
        return;
    } else if model.screen == Screen::Map && !model.entry.is_empty() {
        // Without a line Esc leaves the map, so it has to be told why it does not.
        model.tell(Tone::Plain, "Esc drops no line that was said: Enter records it, Ctrl-U drops it.");
    }
    unsettle(model);
}
