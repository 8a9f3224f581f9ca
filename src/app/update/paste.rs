use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::run::{PastedLine, PastedView, forget_dropped, set_aside, unsettle};
use crate::app::screen::{Screen, Tone};
use crate::app::{importing, map, mirror, replay, round, said};
use crate::record::text::clean;

/// Handles pasted text.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.notice = None;
    let mut lines = filled_lines(text);
    if let Some(mut popup) = model.popup.take() {
        popup.paste(model, lines);
        model.popup = Some(popup);
        return Vec::new();
    }
    if said::is_inside(model) {
        said::leave(model);
    }
    if model.collects_answers() {
        return round::paste(model, &lines);
    }
    if model.screen == Screen::Home
        && let Some(effects) = importing::dragged(model, &lines)
    {
        return effects;
    }
    match (model.screen, lines.len()) {
        (Screen::Assess, _) => mirror::paste(model, &lines),
        (Screen::Replay, _) => replay::paste(model, &lines.join(" ")),
        (_, 0) => {}
        (_, 1) => insert(model, &lines.remove(0)),
        (Screen::Run, _) => model.show(PastedView::of(lines.into_iter().map(PastedLine::new).collect())),
        _ => model.tell(Tone::Plain, "Open a session first; then several lines can be pasted at once."),
    }
    Vec::new()
}

/// Returns the lines of a text that are not empty.
fn filled_lines(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\r']).map(|line| clean(line).trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn insert(model: &mut Model, text: &str) {
    if model.screen == Screen::Run {
        set_aside(model);
    }
    let whole = match model.screen {
        Screen::Map => map::paste(model, text),
        _ => model.entry.insert(text),
    };
    if !whole {
        model.tell(Tone::Alarm, "That is longer than one line holds; only its beginning was taken.");
    }
    forget_dropped(model);
    unsettle(model);
}
