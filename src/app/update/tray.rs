//! The tray of names that look alike: decided one at a time, and any decision taken back.

use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Tone};
use crate::app::msg::{Effect, Noted};
use crate::app::run::Todo;
use crate::app::tray::Tray;
use crate::record::{Event, Fact};

use super::{moved, record};

/// Shows the names that look alike; where there are none, those that were merged.
pub(super) fn show(model: &mut Model) {
    let tray = Tray::of(model.map_ledger());
    if tray.is_empty() {
        model.tell(Tone::Plain, "No two names look alike, and none were merged.");
    } else {
        model.layer = Some(Layer::Tray(tray));
    }
}

/// A key while the tray is looked at.
pub(super) fn press(model: &mut Model, mut tray: Tray, key: Key) -> Vec<Effect> {
    if key == Key::ctrl('z') || key.typed() == Some('z') {
        return take_back(model);
    }
    if key.code == Code::Tab {
        tray.lists = !tray.lists;
    } else if tray.lists {
        if key.code == Code::Enter {
            return part(model, &tray);
        }
        tray.selected = moved(tray.selected, tray.rows().len(), key).unwrap_or(tray.selected);
    } else if let Some(fact) = decision(&tray, key) {
        return decide(model, tray, fact);
    } else {
        tray.at = looked_at(&tray, key);
    }
    model.layer = Some(Layer::Tray(tray));
    Vec::new()
}

/// The pair looked at after this key; behind the last comes the first again.
fn looked_at(tray: &Tray, key: Key) -> usize {
    let count = tray.pairs.len().max(1);
    match (key.code, key.typed()) {
        (Code::Down | Code::Right | Code::PageDown, _) | (_, Some('s')) => (tray.at + 1) % count,
        (Code::Up | Code::Left | Code::PageUp, _) => (tray.at + count - 1) % count,
        _ => tray.at,
    }
}

fn decision(tray: &Tray, key: Key) -> Option<Fact> {
    let pair = tray.pair()?;
    let (left, right) = (pair.left.clone(), pair.right.clone());
    match key.typed()? {
        '1' => Some(Fact::Merged { keep: left, drop: right }),
        '2' => Some(Fact::Merged { keep: right, drop: left }),
        'b' => Some(Fact::ToldApart { keep: left, drop: right }),
        _ => None,
    }
}

fn decide(model: &mut Model, mut tray: Tray, fact: Fact) -> Vec<Effect> {
    if tray.at < tray.pairs.len() {
        // Decided: a second key before it is on disk is about the next pair.
        tray.pairs.remove(tray.at);
    }
    model.layer = Some(Layer::Tray(tray));
    keep(model, fact)
}

/// Takes one name out of the thing it was merged into.
fn part(model: &mut Model, tray: &Tray) -> Vec<Effect> {
    let Some(joined) = tray.joined.get(tray.selected) else { return Vec::new() };
    let (keep_name, drop) = (joined.keep.clone(), joined.drop.clone());
    keep(model, Fact::Unmerged { keep: keep_name, drop })
}

/// Into the session that is open; without one, to the Desk session of today.
fn keep(model: &mut Model, fact: Fact) -> Vec<Effect> {
    if model.run.is_some() {
        return record::queue(model, [Todo::Act(vec![fact])]);
    }
    vec![Effect::Desk { said: None, facts: vec![fact] }]
}

/// Takes back what was done last outside a session since the map is looked at.
pub(super) fn take_back_at_desk(model: &mut Model) -> Vec<Effect> {
    match model.map.decided.pop() {
        Some(noted) => vec![Effect::TakeBackAtDesk(noted)],
        None => nothing_to_take_back(model),
    }
}

fn take_back(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return take_back_at_desk(model) };
    let session = run.recording.session();
    let last = session.live().rfind(|event| is_decision(event)).map(|event| event.seq);
    match last {
        Some(seq) => record::queue(model, [Todo::Act(vec![Fact::Retracted { seq }])]),
        None => nothing_to_take_back(model),
    }
}

fn nothing_to_take_back(model: &mut Model) -> Vec<Effect> {
    model.tell(Tone::Plain, "Nothing was done here that could be taken back.");
    Vec::new()
}

fn is_decision(event: &Event) -> bool {
    let decides = |fact: &Fact| matches!(fact, Fact::Merged { .. } | Fact::Unmerged { .. } | Fact::ToldApart { .. });
    !event.is_line() && !event.facts.is_empty() && event.facts.iter().all(decides)
}

/// What was done stands in a Desk session: kept at hand to be taken back.
pub(super) fn noted(model: &mut Model, noted: Noted) {
    model.map.decided.push(noted);
}

/// Looks through the names again, after something was decided or could not be saved.
pub(super) fn refresh(model: &mut Model) {
    if let Some(Layer::Tray(tray)) = &model.layer {
        model.layer = Some(Layer::Tray(tray.anew(model.map_ledger())));
    }
}

/// Says once, when a session was opened, that names look alike; to whoever holds the keyboard and nobody else.
pub(super) fn point_out(model: &mut Model) {
    let shared = model.is_shared();
    let Some(run) = model.run.as_mut().filter(|run| run.writable && run.coach.is_none()) else { return };
    if !std::mem::take(&mut run.names_due) || shared || model.notice.is_some() {
        return;
    }
    match run.recording.ledger().alike().len() {
        0 => {}
        1 => model.tell(Tone::Plain, "Two names look alike: Alt-T shows them."),
        many => model.tell(Tone::Plain, format!("{many} pairs of names look alike: Alt-T shows them.")),
    }
}
