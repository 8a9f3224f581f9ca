//! From an intention to a fact and back: one event at a time is written, and only what is on disk is shown as said.

use jiff::Timestamp;

use crate::app::captured;
use crate::app::follow_up::focus;
use crate::app::home::{UNTITLED, about};
use crate::app::layer::Layer;
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::room::RoomMsg;
use crate::app::run::{Run, Todo};
use crate::capture::Offer;
use crate::exercise::{Catalogue, Step};
use crate::record::{Event, Exposure, Fact, Kind};

use super::settle::unsettle;

/// Queues what is to become events, and begins with the first.
pub(super) fn queue(model: &mut Model, todo: impl IntoIterator<Item = Todo>) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    if !run.writable {
        model.tell(Tone::Alarm, "This session is only read here; nothing can be added to it.");
        return Vec::new();
    }
    run.todo.extend(todo);
    proceed(model)
}

/// Writes what is next, unless something is being written.
fn proceed(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    if run.pending.is_some() {
        return Vec::new();
    }
    while let Some(todo) = run.todo.pop_front() {
        let at = run.recording.at(model.now);
        let walks = run.recording.step_in(&model.catalogue).is_some_and(Step::walks);
        if walks && matches!(todo, Todo::Line { .. }) {
            // "Right" answers what is asked now, and the line before may have moved that on.
            run.look_around(&model.catalogue);
        }
        // Whose line it is has to be known before the line is on disk.
        let newcomer = if let Todo::Line { text, .. } = &todo { run.recording.seat_newcomer(text) } else { None };
        let names = newcomer.map(Effect::KeepNames);
        if let Some((event, offers)) = event_of(run, &todo, at) {
            run.pending = Some((todo, offers));
            return names.into_iter().chain([Effect::Append(event)]).collect();
        }
    }
    Vec::new()
}

fn event_of(run: &Run, todo: &Todo, at: u64) -> Option<(Event, Vec<Offer>)> {
    match todo {
        Todo::Act(facts) => Some((run.recording.keyed(facts.clone(), at), Vec::new())),
        Todo::Unnamed(facts) => {
            let event = run.recording.keyed(facts.clone(), at);
            Some((Event { exposure: Exposure::Anonymous, ..event }, Vec::new()))
        }
        Todo::Line { text, .. } => {
            let reading = run.recording.read(text, run.speaker.as_deref(), &run.asked.frame, at);
            let event = (!reading.facts.is_empty()).then(|| run.recording.spoken(&reading, at))?;
            Some((event, reading.amber.into_iter().filter_map(|amber| amber.offer).chain(reading.offer).collect()))
        }
    }
}

/// An event is on disk: now it counts, and is read back.
pub(super) fn appended(model: &mut Model, event: &Event) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    if let Some((Todo::Line { from_entry, .. }, offers)) = run.pending.take() {
        run.offers = offers;
        if from_entry {
            model.entry.clear();
            run.fixing = None;
        }
    }
    run.saved = true;
    let strikes = |seq| event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { seq: of } if *of == seq));
    if run.fixing.is_some_and(strikes) {
        run.fixing = None;
        model.entry.clear();
    }
    take_in(run, event, &model.catalogue, model.now);
    if let Some(title) = title_for(run, &model.catalogue) {
        run.todo.push_front(Todo::Act(vec![Fact::Titled { title }]));
    }
    if run.recording.session().collecting().is_none() && run.round.is_some() && !opens_round(run) {
        run.round = None;
        let mut effects = vec![Effect::DropHidden];
        unsettle(model);
        effects.extend(proceed(model));
        return effects;
    }
    unsettle(model);
    let struck = event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { .. }));
    let mut effects: Vec<Effect> = struck.then_some(Effect::Strike).into_iter().collect();
    effects.extend(proceed(model));
    effects
}

/// Whether the fact that a round has begun is still to be written.
fn opens_round(run: &Run) -> bool {
    run.todo
        .iter()
        .any(|todo| matches!(todo, Todo::Act(facts) if facts.iter().any(|fact| matches!(fact, Fact::Collecting(_)))))
}

/// A title for a session that began without one, once it is about something.
fn title_for(run: &Run, catalogue: &Catalogue) -> Option<String> {
    if run.recording.session().title() != UNTITLED {
        return None;
    }
    focus(&run.recording, catalogue).map(|change| about(&change))
}

/// A session that is only read has grown.
pub(super) fn followed(model: &mut Model, events: Vec<Event>) -> Vec<Effect> {
    if let Some(run) = &mut model.run {
        for event in events {
            take_in(run, &event, &model.catalogue, model.now);
        }
        unsettle(model);
    }
    Vec::new()
}

fn take_in(run: &mut Run, event: &Event, catalogue: &Catalogue, now: Timestamp) {
    run.recording.apply(event.clone(), catalogue);
    if let Some(window) = &mut run.audience {
        window.update(RoomMsg::Heard(vec![event.clone()]), now);
    }
    if let Some(coach) = &mut run.coach {
        coach.note(event);
    }
    if captured::is_listed(event) {
        run.take_note(captured::one(&run.recording, event));
        let things = named(event, run);
        if !things.is_empty() {
            run.just_named = things;
        }
        run.focus = captured::subject(event).or(run.focus.take());
    }
    for fact in &event.facts {
        match fact {
            Fact::Retracted { seq } | Fact::Restored { seq } => {
                mark(run, *seq);
                run.refocus();
            }
            Fact::StrikeOrdered { seq } => {
                run.refocus();
                run.take_off(*seq);
                // What was offered about it may quote it.
                run.offers.clear();
                run.just_named.clear();
            }
            _ => {}
        }
    }
    if event.facts.iter().any(captured::recounts) {
        run.recount();
    }
    run.refresh(catalogue);
}

fn mark(run: &mut Run, seq: u64) {
    run.offers.clear();
    run.mark(seq);
    run.just_named.clear();
}

/// The things a line named, with their kinds as they stand.
fn named(event: &Event, run: &Run) -> Vec<(String, Kind)> {
    let mut things: Vec<(String, Kind)> = Vec::new();
    for fact in &event.facts {
        let labels: Vec<&String> = match fact {
            Fact::Named { label, .. } | Fact::Set { label, .. } => vec![label],
            Fact::Claimed(claim) => vec![&claim.from, &claim.to],
            _ => Vec::new(),
        };
        for label in labels {
            let Some(thing) = run.recording.ledger().thing(label) else { continue };
            if !things.iter().any(|(known, _)| known == thing.label) {
                things.push((thing.label.to_owned(), thing.kind));
            }
        }
    }
    things
}

/// An event is not on disk: say so, and lose nothing of what was to be written.
pub(super) fn not_saved(model: &mut Model, reason: &str) -> Vec<Effect> {
    let Some(run) = &mut model.run else {
        model.tell(Tone::Alarm, format!("Not saved: {reason}"));
        return Vec::new();
    };
    run.saved = false;
    let unread: Vec<String> = run.todo.drain(..).filter_map(line_of).collect();
    if let Some((Todo::Line { text, from_entry: false }, _)) = run.pending.take()
        && model.entry.is_empty()
    {
        model.entry.set(&text);
    }
    if !unread.is_empty() && model.screen == Screen::Run {
        model.layer = Some(Layer::Pasted(unread));
    }
    model.tell(Tone::Alarm, format!("Not saved: {reason}"));
    Vec::new()
}

/// The line of what waits, if it is one.
pub(super) fn line_of(todo: Todo) -> Option<String> {
    match todo {
        Todo::Line { text, .. } => Some(text),
        Todo::Act(_) | Todo::Unnamed(_) => None,
    }
}
