//! Records decisions about names in the open session, else in today's Desk session.

use crate::app::effect::{Effect, Noted};
use crate::app::model::Model;
use crate::app::run::{Todo, queue};
use crate::app::screen::Tone;
use crate::record::{Event, Fact};

/// Writes a decision to the open session; without one, to today's Desk session.
pub(super) fn record(model: &mut Model, fact: Fact) -> Vec<Effect> {
    if model.run.is_some() {
        return queue(model, [Todo::Act(vec![fact])]);
    }
    vec![Effect::Desk { said: None, facts: vec![fact] }]
}

/// Takes back the last decision that was made outside a session since the map was opened.
pub(in crate::app) fn take_back_at_desk(model: &mut Model) -> Vec<Effect> {
    match model.map.decided.pop() {
        Some(noted) => vec![Effect::TakeBackAtDesk(noted)],
        None => nothing_to_take_back(model),
    }
}

pub(super) fn take_back(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return take_back_at_desk(model) };
    let session = run.recording.session();
    let last = session.live().rfind(|event| is_decision(event)).map(|event| event.seq);
    match last {
        Some(seq) => queue(model, [Todo::Act(vec![Fact::Retracted { seq }])]),
        None => nothing_to_take_back(model),
    }
}

fn nothing_to_take_back(model: &mut Model) -> Vec<Effect> {
    model.tell(Tone::Plain, "Nothing was done here that could be taken back.");
    Vec::new()
}

fn is_decision(event: &Event) -> bool {
    let decides = |fact: &Fact| {
        matches!(fact, Fact::Merged { .. } | Fact::Renamed { .. } | Fact::Unmerged { .. } | Fact::ToldApart { .. })
    };
    !event.is_line() && !event.facts.is_empty() && event.facts.iter().all(decides)
}

/// Stores the position of a decision in a Desk session, so that it can be taken back.
pub(in crate::app) fn noted(model: &mut Model, noted: Noted) {
    model.map.decided.push(noted);
}

/// Updates the tray after a decision was saved, or could not be saved.
pub(in crate::app) fn refresh(model: &mut Model) {
    let Some(mut popup) = model.popup.take() else { return };
    popup.names_changed(model.map_ledger());
    model.popup = Some(popup);
}

/// Shows the facilitator alone a notice that names look alike, once after a session was opened: as soon as the first reading
/// of its map has counted them.
pub(in crate::app) fn point_out(model: &mut Model) {
    let shared = model.is_shared();
    let Some(run) = model.run.as_mut().filter(|run| run.writable && run.coach.is_none()) else { return };
    let Some(alike) = run.worked_out.insight.as_ref().and_then(|insight| insight.alike) else { return };
    if !std::mem::take(&mut run.names_due) || shared || model.notice.is_some() {
        return;
    }
    match alike {
        0 => {}
        1 => model.tell(Tone::Plain, "Two names look alike: /tray shows them."),
        many => model.tell(Tone::Plain, format!("{many} pairs of names look alike: /tray shows them.")),
    }
}
