//! Records decisions about names in the open session, else in today's Desk session.

use super::current::known_pairs;
use crate::app::effect::{Effect, Noted};
use crate::app::model::Model;
use crate::app::run::{Todo, queue};
use crate::app::screen::Tone;
use crate::graph::{Alike, AlikeBand};
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

/// Whether the facilitator is still to be told of names that look alike, once after a session was opened. Where the room
/// reads along, or a notice stands there already, nothing is said.
pub(super) fn is_to_point_out(model: &mut Model) -> bool {
    let silent = model.is_shared() || model.notice.is_some();
    let Some(run) = model.run.as_mut().filter(|run| run.writable && run.coach.is_none()) else { return false };
    run.names_due &= !silent;
    run.names_due
}

/// Shows the facilitator alone a notice that names look alike, once after a session was opened and its names were
/// compared.
pub(super) fn point_out(model: &mut Model) {
    // What is one thing only perhaps waits in the tray, and so do pairs that only a file's own names make: the room has
    // spoken of neither.
    let is_due = |pair: &&Alike| !pair.listed && pair.band() == AlikeBand::Sure;
    let Some(found) = known_pairs(model).map(|pairs| pairs.iter().filter(is_due).count()) else { return };
    if !is_to_point_out(model) {
        return;
    }
    if let Some(run) = &mut model.run {
        run.names_due = false;
    }
    match found {
        0 => {}
        1 => model.tell(Tone::Plain, "Two names look alike: /tray shows them."),
        many => model.tell(Tone::Plain, format!("{many} pairs of names look alike: /tray shows them.")),
    }
}
