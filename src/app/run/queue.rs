//! The queue of what is to become events: one event at a time is written.

use super::not_saved::without_facts;
use super::state::Run;
use super::todo::Todo;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::private::taken_out;
use crate::app::screen::Tone;
use crate::capture::Offer;
use crate::exercise::Step;
use crate::record::{Event, Exposure, Fact, SessionTime};

/// Queues what is to become events, and writes the first if nothing is being written.
pub(in crate::app) fn queue(model: &mut Model, todo: impl IntoIterator<Item = Todo>) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    if !run.writable {
        model.tell(Tone::Alarm, "This session is only read here; nothing can be added to it.");
        return Vec::new();
    }
    let (todo, mut effects) = taken_out(model, todo.into_iter().collect());
    let Some(run) = &mut model.run else { return effects };
    run.saving.todo.extend(todo);
    effects.extend(proceed(model));
    effects
}

/// Queues something that must not wait for lines: it goes before them, after others of its kind.
pub(in crate::app) fn queue_before_lines(model: &mut Model, todo: Todo) -> Vec<Effect> {
    if let Some(run) = model.run.as_mut().filter(|run| run.writable) {
        let (mut first, rest): (Vec<Todo>, Vec<Todo>) = run.saving.todo.drain(..).partition(Todo::is_view);
        first.push(todo);
        run.saving.todo.extend(first.into_iter().chain(rest));
    }
    proceed(model)
}

/// Writes what is next, unless something is being written.
pub(super) fn proceed(model: &mut Model) -> Vec<Effect> {
    loop {
        let Some(run) = model.run.as_mut().filter(|run| run.saving.pending.is_none()) else { return Vec::new() };
        let Some(todo) = next(run) else { return Vec::new() };
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
            run.saving.pending = Some((todo, offers));
            return names.into_iter().chain([Effect::Append(event)]).collect();
        }
        without_facts(model, todo);
    }
}

/// What is written next. Before the first act in a session that was begun earlier, that is the fact that it goes on.
fn next(run: &mut Run) -> Option<Todo> {
    if run.saving.todo.is_empty() {
        return None;
    }
    run.saving.resumes.front().cloned().map(Todo::Resume).or_else(|| run.saving.todo.pop_front())
}

fn event_of(run: &Run, todo: &Todo, at: SessionTime) -> Option<(Event, Vec<Offer>)> {
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

fn take_back(run: &Run, fact: Option<Fact>, at: SessionTime) -> Option<(Event, Vec<Offer>)> {
    Some((run.recording.keyed(vec![fact?], at), Vec::new()))
}
