use super::ask::{Ask, Asking};
use super::chore::ReplayChore;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::screen::{Screen, Tone};
use crate::record::text::clean;

/// Whether the answer to a question is being typed on the replay screen.
pub(in crate::app) fn is_asking(model: &Model) -> bool {
    model.screen == Screen::Replay && model.replay.as_ref().is_some_and(|view| view.asking.is_some())
}

/// Opens a question, with the last answer filled in.
pub(super) fn ask(model: &mut Model, ask: Ask) -> Vec<Effect> {
    let writes = model.run.as_ref().is_some_and(|run| run.writable && !run.recording.session().is_closed());
    if ask == Ask::Branch && writes {
        model.tell(Tone::Plain, "This session is still being written; end it first, then it can be gone on from.");
        return Vec::new();
    }
    let Some(view) = &mut model.replay else { return Vec::new() };
    if ask == Ask::Branch && view.event().is_none() {
        model.tell(Tone::Plain, "Nothing was said yet at this moment.");
        return Vec::new();
    }
    let [unit, word] = &view.sought;
    let before = match ask {
        Ask::Unit => unit.clone().unwrap_or_default(),
        Ask::Word => word.clone().unwrap_or_default(),
        Ask::Branch => format!("What if: {}", view.scene.title),
    };
    let mut entry = Entry::default();
    entry.set(&before);
    view.playing = None;
    view.asking = Some(Asking { ask, entry });
    Vec::new()
}

/// Jumps to the next line that matches the last answer; opens the question if there was none yet.
pub(super) fn seek(model: &mut Model, wanted: Ask) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    let [unit, word] = &view.sought;
    let Some(sought) = (if wanted == Ask::Unit { unit } else { word }).clone() else { return ask(model, wanted) };
    match view.seek(wanted) {
        Some(position) => view.go(position, &model.catalogue),
        None => {
            let says = match wanted {
                Ask::Unit => format!("Nothing more of {sought} or about it after this; U asks for another."),
                _ => format!("Nobody says “{sought}” after this; W asks for another word."),
            };
            model.tell(Tone::Plain, says);
        }
    }
    Vec::new()
}

/// Handles a key while an answer is typed; returns `None` for a key that runs a command even so.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Option<Vec<Effect>> {
    let view = model.replay.as_mut()?;
    let asking = view.asking.as_mut()?;
    match key.code {
        Code::Esc => view.asking = None,
        Code::Enter => {
            let (ask, text) = (asking.ask, clean(asking.entry.text().trim()).into_owned());
            view.asking = None;
            return Some(answered(model, ask, text));
        }
        _ if asking.entry.press(key) => {}
        _ => return None,
    }
    Some(Vec::new())
}

fn answered(model: &mut Model, ask: Ask, text: String) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    if text.is_empty() {
        return Vec::new();
    }
    match ask {
        Ask::Branch => {
            let Some(after) = view.event().map(|event| event.seq) else { return Vec::new() };
            let of = view.session().header().id.clone();
            return vec![Effect::Replay(ReplayChore::Branch { of, after, title: text })];
        }
        Ask::Word => view.sought = [view.sought[0].take(), Some(text)],
        Ask::Unit => {
            let begins = |unit: &String| unit.to_lowercase().starts_with(&text.to_lowercase());
            let unit = view.units().into_iter().find(begins).unwrap_or(text);
            view.sought = [Some(unit), view.sought[1].take()];
        }
    }
    seek(model, ask)
}

/// Inserts pasted text into the open entry line; does nothing if there is none.
pub(in crate::app) fn paste(model: &mut Model, text: &str) {
    if let Some(asking) = model.replay.as_mut().and_then(|view| view.asking.as_mut()) {
        asking.entry.insert(text);
    }
}
