use super::{covers_answers, holds_back, keep, only_counts, reveal, unnamed_text};
use crate::app::entry::Entry;
use crate::app::key::{Code, Key};
use crate::app::layer::{Layer, Queue};
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::app::update::{moved, record};
use crate::record::{Fact, Hidden, own_note};

/// A key while the answers are looked through before the room sees them.
pub(in crate::app::update) fn held(model: &mut Model, mut queue: Queue, key: Key) -> Vec<Effect> {
    let Some(round) = model.run.as_ref().and_then(|run| run.round.clone()) else {
        model.layer = None;
        return Vec::new();
    };
    if let Some(entry) = queue.editing.take() {
        return edit(model, queue, entry, key);
    }
    let sure = std::mem::take(&mut queue.sure);
    let last = round.entries.len().saturating_sub(1);
    queue.selected = moved(queue.selected, round.entries.len(), key).unwrap_or(queue.selected).min(last);
    let selected = queue.selected;
    let mut effects = Vec::new();
    match key.typed() {
        Some('x') => return discard(model, &round, queue, sure),
        Some('e' | 'm' | 'p' | 'd') if covers_answers(model) => {
            let says = if only_counts(model) {
                "A slip is only counted; it is never shown by itself."
            } else if model.is_shared() {
                "F2 uncovers them first."
            } else {
                "They stay covered; too few are in."
            };
            model.tell(Tone::Plain, says);
        }
        Some('e') => {
            let mut entry = Entry::default();
            entry.set(round.entries.get(selected).map_or("", String::as_str));
            queue.editing = Some(entry);
        }
        Some('m') => effects = keep(model, |round| merge(round, selected)),
        Some('p') => effects = keep(model, |round| round.aside.extend(taken(&mut round.entries, selected))),
        Some('d') => {
            let mut dropped = None;
            effects = keep(model, |round| dropped = taken(&mut round.entries, selected));
            queue.dropped.extend(dropped);
        }
        _ if key == Key::ctrl('z') => effects = bring_back(model, &mut queue),
        _ if key.code == Code::Enter => {
            model.layer = Some(Layer::Held(queue));
            return reveal::show(model, &round);
        }
        _ => {}
    }
    model.layer = Some(Layer::Held(queue));
    effects
}

/// What was dropped last stands there again, behind the others.
fn bring_back(model: &mut Model, queue: &mut Queue) -> Vec<Effect> {
    if model.run.as_ref().is_some_and(|run| run.keeping.is_some()) {
        return Vec::new();
    }
    let Some(text) = queue.dropped.pop() else {
        model.tell(Tone::Plain, "Nothing was dropped here that could be brought back.");
        return Vec::new();
    };
    keep(model, |round| {
        queue.selected = round.entries.len();
        round.entries.push(text);
    })
}

fn taken(entries: &mut Vec<String>, at: usize) -> Option<String> {
    (at < entries.len()).then(|| entries.remove(at))
}

/// Two answers that say the same become one, in both their words.
fn merge(round: &mut Hidden, at: usize) {
    if at + 1 < round.entries.len()
        && let Some(next) = taken(&mut round.entries, at + 1)
        && let Some(entry) = round.entries.get_mut(at)
    {
        *entry = format!("{entry} / {next}");
    }
}

fn edit(model: &mut Model, mut queue: Queue, mut entry: Entry, key: Key) -> Vec<Effect> {
    let selected = queue.selected;
    if key.code != Code::Enter {
        entry.press(key);
        queue.editing = Some(entry);
        model.layer = Some(Layer::Held(queue));
        return Vec::new();
    }
    let note = own_note(entry.text()).is_some();
    if note {
        model.tell(Tone::Plain, "A line that begins with me: is a note for yourself, and no answer.");
    }
    if note || model.run.as_ref().is_some_and(|run| run.keeping.is_some()) {
        queue.editing = Some(entry);
        model.layer = Some(Layer::Held(queue));
        return Vec::new();
    }
    model.layer = Some(Layer::Held(queue));
    let text = unnamed_text(model, entry.text().trim());
    keep(model, |round| {
        if let Some(old) = round.entries.get_mut(selected).filter(|_| !text.is_empty()) {
            *old = text;
        }
    })
}

/// Nothing brings them back, so it is asked twice.
fn discard(model: &mut Model, round: &Hidden, queue: Queue, sure: bool) -> Vec<Effect> {
    if !sure && !round.entries.is_empty() {
        model.layer = Some(Layer::Held(Queue { sure: true, ..queue }));
        return Vec::new();
    }
    if holds_back(model) {
        model.layer = Some(Layer::Held(queue));
        return Vec::new();
    }
    model.layer = None;
    let says = "The answers were dropped; nobody has seen them.".to_owned();
    record::queue(model, [Todo::Told(vec![Fact::Discarded], says)])
}
