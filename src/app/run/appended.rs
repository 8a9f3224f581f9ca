//! Takes in saved events: a line is shown as said only once its event is on disk.

use super::heard::take_in;
use super::queue::proceed;
use super::settle::unsettle;
use super::state::Run;
use super::todo::Todo;
use crate::app::effect::Effect;
use crate::app::home::{UNTITLED, about};
use crate::app::model::Model;
use crate::app::recording::focus;
use crate::app::screen::{Screen, Tone};
use crate::app::{offers, round};
use crate::exercise::Catalogue;
use crate::record::spoken::TAKEN_BACK;
use crate::record::{Event, Fact};

/// Takes in an event that is on disk: adds the event to the session and reads it back.
pub(in crate::app) fn appended(model: &mut Model, event: &Event) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let done = run.saving.pending.take();
    let mut frame = None;
    match &done {
        Some((Todo::Line { text, .. } | Todo::LineAs { text, .. }, shown)) => {
            run.last.offers.clone_from(&shown.offers);
            run.last.because.clone_from(&shown.because);
            frame.clone_from(&shown.frame);
            run.recording.was_left_as_typed(text);
        }
        Some((Todo::Mend(mending), shown)) => {
            run.last.because.clone_from(&shown.because);
            frame.clone_from(&shown.frame);
            if run.last_line().is_some_and(|last| last.seq == mending.seq) {
                run.last.offers.clone_from(&shown.offers);
            }
            run.recording.was_left_as_typed(&mending.text);
        }
        Some((Todo::Reread { .. } | Todo::SaidBy { .. }, shown)) => run.last.because.clone_from(&shown.because),
        Some((Todo::Resume(_), _)) => drop(run.saving.resumes.pop_front()),
        _ => {}
    }
    run.saving.saved = true;
    if let Some(unsaved) = &mut run.saving.unsaved {
        unsaved.done(&event.facts);
    }
    run.saving.forget_if_over();
    let strikes = |seq| event.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { seq: of } if *of == seq));
    if run.fixed_line().is_some_and(strikes) {
        // The entry line holds the text that is removed for good, so the line is emptied.
        run.typing.fixing = None;
        model.entry.clear();
    }
    take_in(run, event, &model.catalogue, model.now);
    offers::noted(run, event, frame);
    if let Some(title) = title_for(run, event, &model.catalogue) {
        run.saving.todo.push_front(Todo::Act(vec![Fact::Titled { title }]));
    }
    unsettle(model);
    let mut effects = round::turned(model, event);
    match done {
        Some((Todo::Told(_, says) | Todo::UnnamedTold(_, says), _)) => model.tell(Tone::Good, says),
        Some((Todo::Undo | Todo::Redo, _)) => tell_taken_back(model, event),
        _ => {}
    }
    tell_mended(model, event);
    let struck = event.orders_strike();
    effects.extend(struck.then_some(Effect::Strike));
    effects.extend(proceed(model));
    effects
}

/// Tells on the map what was taken back or brought back: the list, which shows it elsewhere, is not on the screen.
fn tell_taken_back(model: &mut Model, event: &Event) {
    let shared = model.is_shared();
    let Some(run) = model.run.as_ref().filter(|_| model.screen == Screen::Map) else { return };
    let turned = event.facts.iter().find_map(|fact| match fact {
        Fact::Retracted { seq } => Some((*seq, true)),
        Fact::Restored { seq } => Some((*seq, false)),
        _ => None,
    });
    let Some((seq, back)) = turned else { return };
    let line = run.recording.session().line_of(seq);
    let line = run.lines.captured.iter().rfind(|listed| listed.seq == line);
    let says = line.map_or("", |line| if shared { line.in_public.as_str() } else { line.sentence.as_str() });
    let says = match (back, says) {
        (true, "") => "Taken back; /redo brings it back.".to_owned(),
        (true, says) => format!("{TAKEN_BACK}{says}"),
        (false, says) => format!("Back again. {says}").trim_end().to_owned(),
    };
    model.tell(Tone::Good, says);
}

/// Tells how an earlier line reads now, because the list may not show it. The room may not have read that line, so
/// nothing is told on a screen that it sees.
fn tell_mended(model: &mut Model, event: &Event) {
    let shared = model.is_shared();
    let Some(run) = model.run.as_ref().filter(|_| !shared) else { return };
    let line = run.recording.session().line_of(event.seq);
    let is_last = run.last_line().is_none_or(|last| last.seq == line);
    if event.replaces().is_none() || is_last || run.chosen().is_some() {
        return;
    }
    let listed = run.lines.captured.iter().rev().find(|listed| listed.seq == line);
    if let Some(says) = listed.map(|listed| listed.sentence.clone()).filter(|says| !says.is_empty()) {
        model.tell(Tone::Good, format!("In its place: {says}"));
    }
}

/// Returns a title for a session that began without one, once a change is named; and for a session whose title came from
/// a name that was taken back, or that has other words now.
fn title_for(run: &Run, event: &Event, catalogue: &Catalogue) -> Option<String> {
    let session = run.recording.session();
    let title = focus(&run.recording, catalogue).map(|change| about(&change));
    if session.title() == UNTITLED {
        return title;
    }
    let taken_back = event.facts.iter().filter_map(|fact| match fact {
        Fact::Retracted { seq } => session.recorded_event(*seq),
        _ => None,
    });
    let gave_title = |fact: &Fact| matches!(fact, Fact::Named { label, .. } if about(label) == session.title() && run.recording.ledger().thing(label).is_none());
    let is_gone = taken_back.flat_map(|event| &event.facts).any(gave_title);
    is_gone.then(|| title.unwrap_or_else(|| UNTITLED.to_owned()))
}
