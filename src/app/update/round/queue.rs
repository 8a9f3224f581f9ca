use super::{covers_answers, keep, reveal};
use crate::app::entry::Entry;
use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::app::update::{moved, record};
use crate::record::{Fact, Hidden};

/// A key while the answers are looked through before the room sees them.
pub(in crate::app::update) fn held(
    model: &mut Model,
    selected: usize,
    editing: Option<Entry>,
    sure: bool,
    key: Key,
) -> Vec<Effect> {
    let Some(round) = model.run.as_ref().and_then(|run| run.round.clone()) else {
        model.layer = None;
        return Vec::new();
    };
    if let Some(entry) = editing {
        return edit(model, round, selected, entry, key);
    }
    let last = round.entries.len().saturating_sub(1);
    let selected = moved(selected, round.entries.len(), key).unwrap_or(selected).min(last);
    model.layer = Some(Layer::Held { selected, editing: None, sure: false });
    match key.typed() {
        Some('x') => discard(model, &round, selected, sure),
        Some('e' | 'm' | 'p' | 'd') if covers_answers(model) => {
            let says = if model.is_shared() { "F2 uncovers them first." } else { "They stay covered; too few are in." };
            model.tell(Tone::Plain, says);
            Vec::new()
        }
        Some('e') => {
            let mut entry = Entry::default();
            entry.set(round.entries.get(selected).map_or("", String::as_str));
            model.layer = Some(Layer::Held { selected, editing: Some(entry), sure: false });
            Vec::new()
        }
        Some('m') => keep(round, |round| merge(round, selected)),
        Some('p') => keep(round, |round| round.aside.extend(taken(&mut round.entries, selected))),
        Some('d') => keep(round, |round| drop(taken(&mut round.entries, selected))),
        _ if key.code == Code::Enter => reveal::show(model, &round),
        _ => Vec::new(),
    }
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

fn edit(model: &mut Model, round: Hidden, selected: usize, mut entry: Entry, key: Key) -> Vec<Effect> {
    if key.code != Code::Enter {
        entry.press(key);
        model.layer = Some(Layer::Held { selected, editing: Some(entry), sure: false });
        return Vec::new();
    }
    model.layer = Some(Layer::Held { selected, editing: None, sure: false });
    keep(round, |round| {
        if let Some(old) = round.entries.get_mut(selected).filter(|_| !entry.is_empty()) {
            entry.text().trim().clone_into(old);
        }
    })
}

/// Nothing brings them back, so it is asked twice.
fn discard(model: &mut Model, round: &Hidden, selected: usize, sure: bool) -> Vec<Effect> {
    if !sure && !round.entries.is_empty() {
        model.layer = Some(Layer::Held { selected, editing: None, sure: true });
        return Vec::new();
    }
    model.layer = None;
    model.tell(Tone::Plain, "The answers were dropped; nobody has seen them.");
    record::queue(model, [Todo::Act(vec![Fact::Discarded])])
}
