//! The queue of input that becomes events; one event is written at a time.

use super::not_saved::without_facts;
use super::parts::OnceWritten;
use super::state::Run;
use super::todo::{Mending, Todo};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::private::taken_out;
use crate::app::screen::Tone;
use crate::capture::Reading;
use crate::exercise::{Catalogue, Step};
use crate::record::{Event, Exposure, SessionTime};

/// Adds input to the queue, and writes its first entry unless a write is in progress.
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

/// Adds a change of the room's view to the queue, before all lines and after other such changes.
pub(in crate::app) fn queue_before_lines(model: &mut Model, todo: Todo) -> Vec<Effect> {
    if let Some(run) = model.run.as_mut().filter(|run| run.writable) {
        let (mut first, rest): (Vec<Todo>, Vec<Todo>) = run.saving.todo.drain(..).partition(Todo::is_view);
        first.push(todo);
        run.saving.todo.extend(first.into_iter().chain(rest));
    }
    proceed(model)
}

/// Writes the next entry of the queue, unless a write is in progress.
pub(super) fn proceed(model: &mut Model) -> Vec<Effect> {
    loop {
        let Some(run) = model.run.as_mut().filter(|run| run.saving.pending.is_none()) else { return Vec::new() };
        let Some(todo) = next(run) else { return Vec::new() };
        let at = run.recording.at(model.now);
        let walks = run.recording.step_in(&model.catalogue).is_some_and(Step::walks);
        if walks && todo.line().is_some() {
            // A short answer such as "right" refers to the current subject, and the previous line may have moved that
            // on.
            run.look_around(&model.catalogue);
        }
        // The seat of the speaker has to be saved before the line is.
        let todo = seat_speakers(run, todo);
        let names = run.recording.names_to_keep().cloned().map(Effect::KeepNames);
        if let Some((event, shown)) = event_of(run, &todo, at, &model.catalogue) {
            run.saving.pending = Some((todo, shown));
            return names.into_iter().chain([Effect::Append(event)]).collect();
        }
        without_facts(model, todo);
    }
}

/// Gives a seat to every speaker of an entry who has none yet.
fn seat_speakers(run: &mut Run, mut todo: Todo) -> Todo {
    match &mut todo {
        Todo::Line { text, .. } | Todo::LineAs { text, .. } | Todo::Mend(Mending { text, .. }) => {
            run.recording.seat_newcomer(text);
        }
        Todo::Reread { reading, .. } => {
            reading.speaker = reading.speaker.take().map(|tag| run.recording.seat_of_speaker(&tag));
        }
        _ => {}
    }
    todo
}

/// Returns the entry to write next. In a session that was begun earlier, the fact that it resumes comes before the
/// first act; the first line that somebody in the room says starts a session that was not started yet.
fn next(run: &mut Run) -> Option<Todo> {
    if run.saving.todo.is_empty() {
        return None;
    }
    if let Some(resumes) = run.saving.resumes.front() {
        return Some(Todo::Resume(resumes.clone()));
    }
    starting(run).or_else(|| run.saving.todo.pop_front())
}

/// Returns the start of the session, if the next entry is a line of somebody in the room and the session was not
/// started yet. A line without a speaker is preparation.
fn starting(run: &Run) -> Option<Todo> {
    let facts = run.recording.starting()?;
    let text = run.saving.todo.front()?.line()?;
    let at = run.recording.session().events().last().map_or(SessionTime::OPENING, |last| last.at);
    let reading = run.recording.read(text, run.speaker.as_deref(), &run.asked.frame, at);
    reading.speaker.is_some().then_some(Todo::Act(facts))
}

fn event_of(run: &Run, todo: &Todo, at: SessionTime, catalogue: &Catalogue) -> Option<(Event, OnceWritten)> {
    let session = run.recording.session();
    let facts = match todo {
        Todo::Act(_) | Todo::Told(..) | Todo::Resume(_) => todo.facts().to_vec(),
        Todo::Unnamed(facts) | Todo::UnnamedTold(facts, _) => {
            let event = run.recording.keyed(facts.clone(), at);
            return Some((Event { exposure: Exposure::Anonymous, ..event }, OnceWritten::default()));
        }
        Todo::Undo => session.taking_back(session.undo_target()?),
        Todo::Redo => session.bringing_back(session.redo_target()?),
        Todo::Line { text, .. } => return spoken(run, text, None, at),
        Todo::LineAs { text, offer } => return spoken(run, text, Some(*offer), at),
        Todo::Reread { seq, reading } => {
            let line = session.event(*seq).filter(|line| session.stands(line.seq))?;
            let shown = OnceWritten { because: reading.because.clone(), ..OnceWritten::default() };
            return Some((run.recording.reread(line, reading, at), shown));
        }
        Todo::Mend(mending) => return mended(run, mending, at, catalogue),
        Todo::SaidBy { seq, seat } => {
            let event = run.recording.said_by(*seq, seat.as_ref(), at, catalogue).filter(|_| session.stands(*seq))?;
            return Some((event, OnceWritten::default()));
        }
    };
    Some((run.recording.keyed(facts, at), OnceWritten::default()))
}

/// Returns the event that gives an earlier line new words, as they are read in its place or as one of the readings
/// offered for them; `None` for words that say nothing, or a line that was taken back.
fn mended(run: &Run, mending: &Mending, at: SessionTime, catalogue: &Catalogue) -> Option<(Event, OnceWritten)> {
    let stands = run.recording.session().stands(mending.seq);
    let context = run.recording.context_of(mending.seq, catalogue).filter(|_| stands)?;
    let mut reading = context.read(&mending.text, mending.seat.as_deref(), catalogue);
    let offered = std::mem::take(&mut reading.offers);
    let frame = (!offered.is_empty()).then(|| context.frame().clone());
    if let Some(taken) = mending.offer.and_then(|offer| offered.into_iter().nth(offer)) {
        let taken = Reading { facts: taken.facts, ..reading };
        return Some((run.recording.corrected(mending.seq, &taken, at)?, OnceWritten::default()));
    }
    if reading.facts.is_empty() {
        return None;
    }
    let event = run.recording.corrected(mending.seq, &reading, at)?;
    let offers = reading.amber.into_iter().filter_map(|amber| amber.offer).chain(reading.offer).collect();
    Some((event, OnceWritten { offers, because: reading.because, frame }))
}

/// Returns the event of a typed line, as it is read or as one of its offered readings; `None` for a line that says
/// nothing.
fn spoken(run: &Run, text: &str, offer: Option<usize>, at: SessionTime) -> Option<(Event, OnceWritten)> {
    let frame = &run.asked.frame;
    let mut reading = run.recording.read(text, run.speaker.as_deref(), frame, at);
    let offered = std::mem::take(&mut reading.offers);
    let frame = (!offered.is_empty()).then(|| frame.clone());
    if let Some(taken) = offer.and_then(|offer| offered.into_iter().nth(offer)) {
        let event = run.recording.spoken(&Reading { facts: taken.facts, ..reading }, at);
        return Some((event, OnceWritten { because: taken.because, ..OnceWritten::default() }));
    }
    let event = (!reading.facts.is_empty()).then(|| run.recording.spoken(&reading, at))?;
    let offers = reading.amber.into_iter().filter_map(|amber| amber.offer).chain(reading.offer).collect();
    Some((event, OnceWritten { offers, because: reading.because, frame }))
}
