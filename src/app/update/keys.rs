//! A key goes to the popup first, then to the commands, then to the screen.

use jiff::SignedDuration;

use super::alt;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::popup_help::{self, PopupHelp};
use crate::app::screen::{Screen, Tone};
use crate::app::{home, map, mirror, replay, room, round, run, said};

/// Handles a key.
pub(super) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let was_inside = model.popup.is_some() || said::is_inside(model);
    let key = alt::meant(model, key);
    let effects = press_meant(model, key);
    if !was_inside && effects.is_empty() {
        alt::note(model, key);
    }
    effects
}

fn press_meant(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    model.notice = None;
    if is_second_digit(model, key) {
        model.tell(Tone::Plain, "One key chooses a row; from the tenth on it is the letter in front of it.");
        return Vec::new();
    }
    // The curtain works whatever popup is open, and private content can be shown and covered under any popup.
    if room::CURTAIN.key == Some(key) {
        return (room::CURTAIN.run)(model);
    }
    if run::PANEL.key == Some(key) && model.popup.is_some() && model.settings.one_window {
        return run::switch_panel(model);
    }
    if let Some(view) = room::for_the_room(model).filter(|_| room::SHOW.key == Some(key)) {
        return room::show_or_grow(model, view);
    }
    if let Some(popup) = model.popup.take() {
        return press_in(model, popup, key);
    }
    if key == KeyPress::ctrl('c') {
        let says = model.not_on_disk().into_iter().next();
        let says = says.unwrap_or_else(|| "Everything said is on disk.".to_owned());
        model.tell(Tone::Plain, format!("Ctrl-Q leaves. {says}"));
        return Vec::new();
    }
    if replay::is_asking(model)
        && let Some(effects) = replay::answer(model, key)
    {
        return effects;
    }
    if said::is_inside(model)
        && let Some(effects) = said::press(model, key)
    {
        return effects;
    }
    if let Some(row) = model.commands.for_key(model.screen, key) {
        return row.run(model);
    }
    match model.screen {
        Screen::Run if model.collects_answers() => round::press(model, key),
        Screen::Home => home::press(model, key),
        Screen::Run => run::press(model, key),
        Screen::Map => map::press(model, key),
        Screen::Assess => mirror::press(model, key),
        Screen::Replay => replay::press(model, key),
    }
}

fn press_in(model: &mut Model, mut popup: Box<dyn Popup>, key: KeyPress) -> Vec<Effect> {
    if popup_help::is_asked_for(model, key, popup.as_ref()) {
        model.show(PopupHelp::over(popup));
        return Vec::new();
    }
    let is_long = key.digit().is_some() && popup.sheet(model).is_some_and(|sheet| sheet.rows() > DIGITS);
    let then = if key.code == Code::Esc { popup.escape(model) } else { popup.key(model, key) };
    if is_long && matches!(then, Then::Close(_)) && model.popup.is_none() {
        model.row_chosen = Some(model.now);
    }
    match then {
        Then::Stay(effects) => {
            model.popup.get_or_insert(popup);
            effects
        }
        Then::Close(effects) => effects,
        Then::PassKey => press_meant(model, key),
    }
}

/// The number of rows that digits choose.
const DIGITS: usize = 9;

/// How long a digit after one that closed a list is taken for the second digit of a row.
const SECOND_DIGIT: SignedDuration = SignedDuration::from_millis(700);

/// Whether a key is the second digit of a row number, typed although the first one has closed the list. It must not
/// become part of a line.
fn is_second_digit(model: &mut Model, key: KeyPress) -> bool {
    let chosen = model.row_chosen.take();
    let soon = chosen.is_some_and(|chosen| model.now.duration_since(chosen) < SECOND_DIGIT);
    soon && key.digit().is_some() && model.popup.is_none()
}
