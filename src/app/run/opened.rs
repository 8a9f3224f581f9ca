use super::coach::Coach;
use super::queue::queue;
use super::settle::unsettle;
use super::state::Run;
use super::todo::Todo;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::open_session::OpenSession;
use crate::app::private::OwnNotes;
use crate::app::recording::Recording;
use crate::app::round::StrayView;
use crate::app::screen::{Screen, Tone};
use crate::app::setup::Begun;
use crate::record::long_form::one_name;
use crate::record::{Hidden, RoomView};

/// Shows a session that was opened; text in the entry line becomes its first line.
pub(in crate::app) fn opened(model: &mut Model, open: OpenSession) -> Vec<Effect> {
    let (writable, created) = (open.writable, is_just_made(model, &open));
    let (faults, hidden, stray) = (open.faults.clone(), open.hidden.clone(), open.stray.clone());
    let own_notes = OwnNotes::of(open.own_notes.clone());
    let begun = model.begun.take().filter(|_| created);
    let mut run = Run::new(Recording::new(open, &model.catalogue), writable);
    run.own_notes = own_notes;
    let mut todo = Vec::new();
    // A session that was set up waits until it is started.
    let begins = run.recording.step().is_none() && !run.recording.session().is_before_start();
    let first = run.recording.agenda().after(None).map(Recording::entering);
    if created {
        todo.extend(first.filter(|_| begins).map(|fact| Todo::Act(vec![fact])));
    } else if writable {
        // Opening a session changes nothing in it; the fact that it resumes is written with the first act.
        run.saving.resumes = run.recording.take_up_again().into();
    }
    if let Some(Begun::Line(line)) = begun {
        run.coach = Some(Coach::new(line.clone()));
        todo.push(Todo::Line { text: format!("!{}", one_name(&line)), from_entry: true });
    }
    // A round that was on when the program ended is continued, and none of its answers is shown.
    let session = run.recording.session();
    if let Some(collecting) = session.collecting().filter(|_| writable) {
        let step = session.place().map(|place| place.step.clone());
        run.answers.round = Some(hidden.unwrap_or_else(|| Hidden::new(step, collecting)));
    }
    run.answers.stray = stray.filter(|_| writable);
    let asks = run.answers.stray.is_some();
    run.room.curtain = *session.view() == RoomView::Curtain;
    run.refresh(&model.catalogue);
    run.share(model.settings.one_window, &model.catalogue, model.now);
    if model.tour.is_some() {
        // Whoever reads what the tour says has no plan to keep to.
        run.worked_out.let_go = i64::MAX;
    }
    model.run = Some(run);
    model.replay = None;
    model.screen = Screen::Run;
    model.popup = None;
    if asks {
        model.show(StrayView::default());
    }
    unsettle(model);
    tell_faults(model, &faults);
    if writable { queue(model, todo) } else { Vec::new() }
}

/// Whether a session was just created: it is writable and has no event but its opening.
fn is_just_made(model: &Model, open: &OpenSession) -> bool {
    let session = &open.session;
    let age = model.now.as_second().saturating_sub(session.header().opened.as_second());
    open.writable && session.events().len() <= 1 && age < JUST_MADE
}

/// The maximum age of a session that counts as just created, in seconds.
const JUST_MADE: i64 = 60;

/// Shows a notice about the faults of a session's file, if there are any.
pub(in crate::app) fn tell_faults(model: &mut Model, faults: &[String]) {
    match faults {
        [] => {}
        [fault] => model.tell(Tone::Alarm, format!("{fault} Everything else was read.")),
        [fault, more @ ..] => model.tell(Tone::Alarm, format!("{fault} And {} more; see adjacent check.", more.len())),
    }
}
