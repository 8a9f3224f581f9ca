use crate::app::effect::Effect;
use crate::app::errands::alone;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::exercise::AgendaStop;
use crate::record::{Fact, Mode};

const RUN: &[Screen] = &[Screen::Run];

/// The commands that go from one step to another, or move within a step.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(30, "next-step", "go on to the next step", RUN, next)
        .key(KeyPress::plain(Code::PageDown))
        .in_footer("next step"),
    CommandRow::new(80, "step-back", "go back to the step before", RUN, back).key(KeyPress::plain(Code::PageUp)),
    CommandRow::new(100, "next-subject", "talk about the next on the list", RUN, |model| subject(model, true))
        .key(KeyPress::alt(Code::Down)),
    CommandRow::new(110, "subject-back", "talk about the one before on the list", RUN, |model| subject(model, false))
        .key(KeyPress::alt(Code::Up)),
];

fn next(model: &mut Model) -> Vec<Effect> {
    step(model, true)
}

fn back(model: &mut Model) -> Vec<Effect> {
    step(model, false)
}

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    run.coach = None;
    let agenda = run.recording.agenda();
    let here = run.recording.stop();
    let stop = if forward { agenda.after(here) } else { agenda.before(here) };
    if let Some(stop) = stop.cloned() {
        return enter(model, &stop);
    }
    run.refresh(&model.catalogue);
    let says = if forward {
        if run.recording.session().mode() == Mode::Solo {
            return alone::show(model);
        }
        "That was the last step; “end this session” is in Ctrl-P."
    } else {
        "This is the first step."
    };
    model.tell(Tone::Plain, says);
    Vec::new()
}

/// Enters a stop of the agenda.
pub(in crate::app) fn enter(model: &mut Model, stop: &AgendaStop) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let facts = run.recording.going_to(stop);
    queue(model, [Todo::Act(facts)])
}

/// Ends the coach after a newcomer's first three lines, and enters the step of the exercise that follows them.
pub(in crate::app) fn leave_coach(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    run.coach = None;
    let third = run.recording.agenda().stops().get(2).cloned();
    third.map_or_else(Vec::new, |stop| enter(model, &stop))
}

/// Selects the next or previous subject of the step. The selection is recorded as a fact, so that the room's window
/// follows and the talk continues at that subject after an interruption.
fn subject(model: &mut Model, down: bool) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let to = run.asked.frame.next(down).map(|subject| subject.says.clone());
    match to {
        Some(to) => queue(model, [Todo::Act(vec![Fact::Turned { to }])]),
        None => {
            model.tell(Tone::Plain, "There is no other one left to talk about here.");
            Vec::new()
        }
    }
}
