//! The table: marks rows and changes all marked things at once, after a preview.

use super::View;
use super::change::{CHANGES, ThingChange};
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::run::{Todo, queue};
use crate::app::screen::Tone;
use crate::record::Fact;

/// Marks or unmarks the row under the cursor, and moves the cursor to the next row.
pub(super) fn mark(model: &mut Model) {
    if model.map.view != View::Table {
        return;
    }
    let Some(key) = model.map.under_cursor() else { return };
    let marked = &mut model.map.table.marked;
    if !marked.remove(&key) {
        marked.insert(key);
    }
    model.map.cursor = (model.map.cursor + 1).min(model.map.rows().saturating_sub(1));
    model.map.centre = model.map.under_cursor();
}

/// Begins a change of the marked rows; where none is marked, of the row under the cursor.
pub(super) fn change(model: &mut Model) -> Vec<Effect> {
    if model.looks_at_past_map() {
        model.tell(Tone::Plain, "This map is of the past; nothing is changed in it.");
        return Vec::new();
    }
    if model.map.view != View::Table {
        model.tell(Tone::Plain, "In the table several things can be changed at once.");
        return Vec::new();
    }
    if model.run.as_ref().is_some_and(|run| !run.writable) {
        model.tell(Tone::Plain, "This session is only read here.");
        return Vec::new();
    }
    if model.map.table.marked.is_empty() {
        model.map.table.marked.extend(model.map.under_cursor());
    }
    model.map.table.changing = Some(Entry::default());
    Vec::new()
}

/// Handles a key while a change is typed: Enter applies the change, Esc cancels it.
pub(super) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let Some(mut entry) = model.map.table.changing.take() else { return Vec::new() };
    match key.code {
        Code::Esc => return Vec::new(),
        Code::Enter => {
            if let Some(facts) = facts(model, entry.text()) {
                model.map.table.marked.clear();
                return record(model, facts);
            }
        }
        _ => {
            entry.press(key);
        }
    }
    model.map.table.changing = Some(entry);
    Vec::new()
}

/// Returns the facts of the typed change; for an invalid or empty change shows a notice and returns `None`.
fn facts(model: &mut Model, typed: &str) -> Option<Vec<Fact>> {
    let Some(change) = ThingChange::parse(typed) else {
        model.tell(Tone::Plain, format!("That is no change: {CHANGES}"));
        return None;
    };
    let changed = change.changed(&model.map.graph, &model.map.table.marked);
    if changed.is_empty() {
        model.tell(Tone::Plain, "They are like that already.");
        return None;
    }
    let claim = model.run.as_ref().map_or(0, |run| run.recording.session().next_claim());
    Some(change.facts(&changed, claim))
}

/// Queues one event for all changed things, so that one undo takes back the whole change; the notice tells it as the
/// room would read it. Without an open session, today's Desk session gets the event.
pub(super) fn record(model: &mut Model, facts: Vec<Fact>) -> Vec<Effect> {
    let Some(run) = &model.run else { return vec![Effect::Desk { said: None, facts }] };
    let event = run.recording.keyed(facts.clone(), run.recording.at(model.now));
    let told = run.recording.retell(&event).unwrap_or_else(|| "Changed.".to_owned());
    queue(model, [Todo::UnnamedTold(facts, format!("{told} Ctrl-Z takes it back."))])
}
