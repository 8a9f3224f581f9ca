//! From an intention to a fact and back: one event at a time is written, and only what is on disk is shown as said.

mod heard;
mod not_saved;
mod waiting;

pub(super) use heard::followed;
pub(super) use not_saved::{changes_there, forget_dropped, not_saved, set_aside};
pub(super) use waiting::{from_box, retry, show_waiting};

use crate::app::follow_up::focus;
use crate::app::home::{UNTITLED, about};
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::{Run, Todo};
use crate::capture::Offer;
use crate::exercise::{Catalogue, Step};
use crate::record::{Event, Exposure, Fact};

use super::own_notes;
use super::settle::unsettle;
use super::{leave, round};

/// Queues what is to become events, and begins with the first.
pub(super) fn queue(model: &mut Model, todo: impl IntoIterator<Item = Todo>) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    if !run.writable {
        model.tell(Tone::Alarm, "This session is only read here; nothing can be added to it.");
        return Vec::new();
    }
    let (todo, mut effects) = own_notes::taken_out(model, todo.into_iter().collect());
    let Some(run) = &mut model.run else { return effects };
    run.todo.extend(todo);
    effects.extend(proceed(model));
    effects
}

/// Queues something that must not wait for lines: it goes before them, in its place among its own.
pub(super) fn queue_before_lines(model: &mut Model, todo: Todo) -> Vec<Effect> {
    if let Some(run) = model.run.as_mut().filter(|run| run.writable) {
        let (mut first, rest): (Vec<Todo>, Vec<Todo>) = run.todo.drain(..).partition(Todo::is_view);
        first.push(todo);
        run.todo.extend(first.into_iter().chain(rest));
    }
    proceed(model)
}

/// Writes what is next, unless something is being written. Once nothing is left, what waited for that is done.
pub(super) fn proceed(model: &mut Model) -> Vec<Effect> {
    loop {
        let Some(run) = model.run.as_mut().filter(|run| run.pending.is_none()) else { return Vec::new() };
        let Some(todo) = next(run) else { return leave::once_saved(model) };
        let at = run.recording.at(model.now);
        let walks = run.recording.step_in(&model.catalogue).is_some_and(Step::walks);
        if walks && todo.line().is_some() {
            // "Right" answers what is asked now, and the line before may have moved that on.
            run.look_around(&model.catalogue);
        }
        // Whose line it is has to be known before the line is on disk.
        if let Todo::Line { text, .. } = &todo {
            run.recording.seat_newcomer(text);
        }
        let names = run.recording.names_to_keep().cloned().map(Effect::KeepNames);
        if let Some((event, offers)) = event_of(run, &todo, at) {
            run.pending = Some((todo, offers));
            return names.into_iter().chain([Effect::Append(event)]).collect();
        }
        not_saved::without_facts(model, todo);
    }
}

/// What is written next: a session that is only looked at is taken up again before the first act.
fn next(run: &mut Run) -> Option<Todo> {
    if run.todo.is_empty() {
        return None;
    }
    run.resumes.front().cloned().map(Todo::Resume).or_else(|| run.todo.pop_front())
}

fn event_of(run: &Run, todo: &Todo, at: u64) -> Option<(Event, Vec<Offer>)> {
    let session = run.recording.session();
    match todo {
        Todo::Act(_) | Todo::Told(..) | Todo::Resume(_) => {
            Some((run.recording.keyed(todo.facts().to_vec(), at), Vec::new()))
        }
        Todo::Unnamed(facts) | Todo::UnnamedTold(facts, _) => {
            let event = run.recording.keyed(facts.clone(), at);
            Some((Event { exposure: Exposure::Anonymous, ..event }, Vec::new()))
        }
        Todo::Undo => take_back(run, session.undo_target().map(|seq| Fact::Retracted { seq }), at),
        Todo::Redo => take_back(run, session.redo_target().map(|seq| Fact::Restored { seq }), at),
        Todo::Line { text, .. } => {
            let reading = run.recording.read(text, run.speaker.as_deref(), &run.asked.frame, at);
            let event = (!reading.facts.is_empty()).then(|| run.recording.spoken(&reading, at))?;
            Some((event, reading.amber.into_iter().filter_map(|amber| amber.offer).chain(reading.offer).collect()))
        }
    }
}

fn take_back(run: &Run, fact: Option<Fact>, at: u64) -> Option<(Event, Vec<Offer>)> {
    Some((run.recording.keyed(vec![fact?], at), Vec::new()))
}

/// An event is on disk: now it counts, and is read back.
pub(super) fn appended(model: &mut Model, event: &Event) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let done = run.pending.take();
    match &done {
        Some((Todo::Line { text, .. }, offers)) => {
            run.offers.clone_from(offers);
            run.recording.was_kept_as_typed(text);
        }
        Some((Todo::Resume(_), _)) => drop(run.resumes.pop_front()),
        _ => {}
    }
    run.saved = true;
    if let Some(unsaved) = &mut run.unsaved {
        unsaved.done(&event.facts);
    }
    run.unsaved = run.unsaved.take().filter(|unsaved| !unsaved.is_over());
    let strikes = |seq| event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { seq: of } if *of == seq));
    if run.fixing.is_some_and(strikes) {
        // What stands in the entry line is the text that is to be gone.
        run.fixing = None;
        model.entry.clear();
    }
    heard::take_in(run, event, &model.catalogue, model.now);
    if let Some(title) = title_for(run, &model.catalogue) {
        run.todo.push_front(Todo::Act(vec![Fact::Titled { title }]));
    }
    unsettle(model);
    let mut effects = round::turned(model, event);
    if let Some((Todo::Told(_, says) | Todo::UnnamedTold(_, says), _)) = done {
        model.tell(Tone::Good, says);
    }
    let struck = event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { .. }));
    effects.extend(struck.then_some(Effect::Strike));
    effects.extend(proceed(model));
    effects
}

/// A title for a session that began without one, once it is about something.
fn title_for(run: &Run, catalogue: &Catalogue) -> Option<String> {
    if run.recording.session().title() != UNTITLED {
        return None;
    }
    focus(&run.recording, catalogue).map(|change| about(&change))
}
