//! What only whoever holds the keyboard decides: the clocks, what the room looks at, the curtain, a text removed.

use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Tone};
use crate::app::msg::{Effect, Settings};
use crate::app::run::Todo;
use crate::record::{Fact, RoomView, Session};

use super::{commands, moved, record};

/// Rows of the time box after the choices: a minute, five minutes, a pause.
pub const TIME_ROWS: [&str; 3] =
    ["a minute more for this step", "five minutes more for this step", "stop the clocks, or let them run"];

/// A key while the clocks are looked at.
pub(super) fn time(model: &mut Model, selected: usize, key: Key) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let choices = run.guidance.choices.clone();
    let rows = choices.len() + TIME_ROWS.len();
    let digit = key.typed().and_then(|c| c.to_digit(10)).and_then(|digit| (digit as usize).checked_sub(1));
    let chosen = if key.code == Code::Enter { Some(selected) } else { digit };
    let Some(chosen) = chosen else {
        let selected = moved(selected, rows, key).unwrap_or(selected);
        model.layer = Some(Layer::Time { selected });
        return Vec::new();
    };
    model.layer = None;
    if let Some(choice) = choices.get(chosen) {
        let facts = vec![Fact::AgendaChanged { agenda: choice.exercises.clone() }];
        return record::queue(model, [Todo::Told(facts, format!("Done: {}.", choice.says))]);
    }
    match chosen - choices.len() {
        0 => record::queue(model, [Todo::Act(vec![Fact::TimeAdded { seconds: 60 }])]),
        1 => record::queue(model, [Todo::Act(vec![Fact::TimeAdded { seconds: 300 }])]),
        2 => commands::pause(model),
        _ => Vec::new(),
    }
}

/// What the room can look at, with the words it is chosen by.
pub fn room_views(model: &Model) -> Vec<(String, RoomView)> {
    let mut views = vec![("the question and the last line".to_owned(), RoomView::Talk)];
    let thing = model.run.as_ref().and_then(|run| run.in_view.as_ref()).map(|thing| thing.label.clone());
    views.extend(thing.map(|label| (format!("what is next to {label}"), RoomView::Around(label))));
    views.extend([
        ("who does what by when".to_owned(), RoomView::Promises),
        ("questions to take away".to_owned(), RoomView::Questions),
        ("what was parked".to_owned(), RoomView::Parked),
        ("the plan for today".to_owned(), RoomView::Agenda),
    ]);
    views
}

/// A key while it is chosen what the room looks at.
pub(super) fn views(model: &mut Model, selected: usize, key: Key) -> Vec<Effect> {
    let views = room_views(model);
    let digit = key.typed().and_then(|c| c.to_digit(10)).and_then(|digit| (digit as usize).checked_sub(1));
    let chosen = if key.code == Code::Enter { Some(selected) } else { digit };
    let Some((_, view)) = chosen.and_then(|chosen| views.get(chosen)).cloned() else {
        let selected = moved(selected, views.len(), key).unwrap_or(selected);
        model.layer = Some(Layer::RoomViews { selected });
        return Vec::new();
    };
    model.layer = None;
    // Whoever chooses what the room looks at wants it to be seen.
    model.glance = false;
    let covered = model.run.as_ref().is_some_and(|run| *run.view_to_be() == RoomView::Curtain);
    let shown = Todo::Act(vec![Fact::Shown { view }]);
    // What was typed behind the curtain stays behind it.
    if covered { record::queue(model, [shown]) } else { record::queue_before_lines(model, shown) }
}

/// Blanks everything but title and clock, here if this is the room's screen and on the room's own, or shows it again.
///
/// Here it falls at once, whatever lies over the screen and whether or not anything can be written. For the room it
/// falls when that is on disk, before lines that wait to be written; it lifts when they and that are.
pub(super) fn curtain(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    model.glance = false;
    if !run.writable {
        run.curtain = !run.curtain;
        return Vec::new();
    }
    let session = run.recording.session();
    let falls = *run.view_to_be() != RoomView::Curtain;
    if falls && run.curtain && !run.turns_view() {
        // It fell here alone: the room never saw it.
        run.curtain = false;
        return Vec::new();
    }
    let view = if falls { RoomView::Curtain } else { behind_the_curtain(session) };
    run.curtain = true;
    let shown = Todo::Act(vec![Fact::Shown { view }]);
    if falls { record::queue_before_lines(model, shown) } else { record::queue(model, [shown]) }
}

/// What the room looked at before the curtain fell.
fn behind_the_curtain(session: &Session) -> RoomView {
    let shown =
        session.events().iter().rev().flat_map(|event| event.facts.iter().rev()).filter_map(|fact| match fact {
            Fact::Shown { view } => Some(view),
            _ => None,
        });
    shown.into_iter().find(|view| **view != RoomView::Curtain).cloned().unwrap_or_default()
}

/// One window for everybody, or two.
pub(super) fn one_window(model: &mut Model) -> Vec<Effect> {
    let one_window = !model.settings_to_be().one_window;
    model.glance = false;
    if one_window {
        // Covering is safe, whether or not it can be remembered.
        share(model, true);
        model.tell(Tone::Plain, "One window: the room sees this screen too. F2 shows what is yours, F2 covers it.");
    }
    keep_settings(model, |settings| settings.one_window = one_window)
}

fn share(model: &mut Model, one_window: bool) {
    model.settings.one_window = one_window;
    if let Some(run) = &mut model.run {
        run.share(one_window, &model.catalogue, model.now);
    }
}

/// Has settings kept that what the room sees depends on; they hold once they are on disk.
pub(super) fn keep_settings(model: &mut Model, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
    let mut settings = model.settings_to_be().clone();
    change(&mut settings);
    model.settings_asked = Some(settings.clone());
    vec![Effect::KeepSettings(settings)]
}

/// Settings are on disk.
pub(super) fn settings_kept(model: &mut Model, kept: &Settings) {
    model.settings_asked.take_if(|asked| asked == kept);
    if kept.one_window != model.settings.one_window {
        share(model, kept.one_window);
        if !kept.one_window {
            model.tell(Tone::Plain, "Two windows: this one is yours; adjacent room opens the room's beside it.");
        }
    }
    if kept.shown_from != model.settings.shown_from {
        model.settings.shown_from = kept.shown_from;
        model.tell(Tone::Good, format!("Unnamed answers are shown from {} on.", kept.shown_from));
    }
}

/// Settings are not on disk: what the room sees stays as it was, unless that is less.
pub(super) fn settings_not_kept(model: &mut Model, reason: &str) {
    let asked = model.settings_asked.take();
    let says = match asked {
        Some(asked) if !asked.one_window && model.settings.one_window => {
            "Still one window, because that could not be saved:"
        }
        Some(asked) if asked.shown_from != model.settings.shown_from => {
            "Unnamed answers are shown as before, because that could not be saved:"
        }
        _ => "It holds here, and could not be kept for the next time:",
    };
    model.tell(Tone::Alarm, format!("{says} {reason}"));
}

/// Moves on to another of what the step walks over.
///
/// It is a fact: the room's window turns with it, and the talk is taken up there after an interruption.
pub(super) fn subject(model: &mut Model, down: bool) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let to = run.asked.frame.next(down).map(|subject| subject.says.clone());
    match to {
        Some(to) => record::queue(model, [Todo::Act(vec![Fact::Turned { to }])]),
        None => {
            model.tell(Tone::Plain, "There is no other one left to talk about here.");
            Vec::new()
        }
    }
}

/// A key while a line is chosen whose text is to be removed for good.
pub(super) fn strike(model: &mut Model, selected: usize, sure: bool, key: Key) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let lines = run.captured.len();
    if key.code != Code::Enter {
        let selected = moved(selected, lines, key).unwrap_or(selected);
        model.layer = Some(Layer::Strike { selected, sure: false });
        return Vec::new();
    }
    let Some(line) = lines.checked_sub(selected + 1).and_then(|at| run.captured.get(at)) else {
        model.layer = None;
        return Vec::new();
    };
    if !sure {
        model.layer = Some(Layer::Strike { selected, sure: true });
        return Vec::new();
    }
    let orders: Vec<Fact> =
        run.recording.session().copies_of(line.seq).into_iter().map(|seq| Fact::StrikeOrdered { seq }).collect();
    model.layer = None;
    if orders.is_empty() {
        model.tell(Tone::Plain, "That line holds nothing to remove.");
        return Vec::new();
    }
    record::queue(model, [Todo::Act(orders)])
}
