//! Keys and pasted lines while answers are collected.

use super::entry::{cover, take_up_again};
use super::rules::{no_slip, unnamed_text};
use super::save::save_all;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::run::{Run, Todo, queue};
use crate::app::screen::Tone;
use crate::record::{CollectBy, Collecting, own_note};

/// Handles a key while answers are collected: it edits the answer in the entry line.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    match key.code {
        Code::Enter => return add(model),
        Code::Esc if model.entry.is_empty() => {
            take_up_again(model);
        }
        Code::Esc => model.entry.clear(),
        _ => {
            model.entry.press(key);
        }
    }
    cover(model);
    Vec::new()
}

/// Handles pasted answers: each line is a slip; where people pass the keyboard on, all lines are one answer.
pub(in crate::app) fn paste(model: &mut Model, lines: &[String]) -> Vec<Effect> {
    let Some(collecting) = model.run.as_ref().and_then(Run::collects) else { return Vec::new() };
    let (notes, lines): (Vec<String>, Vec<String>) = lines.iter().cloned().partition(|line| own_note(line).is_some());
    if let Some(reason) = lines.iter().find_map(|line| no_slip(model, line)) {
        model.tell(Tone::Plain, reason);
        return Vec::new();
    }
    // A note for the facilitator alone is not an answer.
    let mut effects = queue(model, notes.into_iter().map(|text| Todo::Line { text, from_entry: false }));
    effects.extend(take_in(model, collecting, &lines));
    effects
}

/// Adds pasted lines to the answers, or to the entry line.
fn take_in(model: &mut Model, collecting: Collecting, lines: &[String]) -> Vec<Effect> {
    if lines.len() > 1 && collecting.by != CollectBy::Passing {
        let lines: Vec<String> = lines.iter().map(|line| unnamed_text(model, line)).collect();
        return give(model, lines);
    }
    if !lines.is_empty() && !model.entry.insert(&lines.join(" ")) {
        model.tell(Tone::Alarm, "That is longer than one line holds; only its beginning was taken.");
    }
    cover(model);
    Vec::new()
}

/// Handles Enter during a round: the line becomes an answer and leaves the screen.
fn add(model: &mut Model) -> Vec<Effect> {
    let text = model.entry.text().trim().to_owned();
    if text.is_empty() {
        return give(model, []);
    }
    if own_note(&text).is_some() {
        model.entry.clear();
        cover(model);
        return queue(model, [Todo::Line { text, from_entry: true }]);
    }
    if let Some(reason) = no_slip(model, &text) {
        model.tell(Tone::Plain, reason);
        return Vec::new();
    }
    let text = unnamed_text(model, &text);
    model.entry.clear();
    cover(model);
    give(model, [text])
}

/// Adds answers to those that wait to be saved.
pub(in crate::app) fn give(model: &mut Model, answers: impl IntoIterator<Item = String>) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    run.answers.slips.extend(answers);
    if run.answers.slips.is_empty() || run.answers.round.is_none() { Vec::new() } else { save_all(run) }
}
