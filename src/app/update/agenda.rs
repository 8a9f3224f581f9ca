//! The plan while it runs: go anywhere in it, shorten, add, drop, repeat, reorder. Each change is an event.

use crate::app::agenda_rows::{AgendaRow, agenda_rows};
use crate::app::entry::Entry;
use crate::app::key::{Code, Key};
use crate::app::layer::{AgendaView, Layer};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::exercise::{Agenda, AgendaError, CLOSE, LONGEST, MOST_EXERCISES};
use crate::record::{Fact, PlannedExercise};

use super::{commands, moved, record};

/// Shows the plan, at the step the session is at.
pub(super) fn show(model: &mut Model) {
    let rows = rows(model);
    let here = model.run.as_ref().and_then(|run| run.recording.stop());
    let at = |row: &AgendaRow| matches!(row, AgendaRow::Stop { stop, .. } if Some(*stop) == here);
    let selected = rows.iter().position(at).unwrap_or(0);
    model.layer = Some(Layer::Agenda(AgendaView { selected, ..AgendaView::default() }));
}

fn rows(model: &Model) -> Vec<AgendaRow> {
    let Some(run) = &model.run else { return Vec::new() };
    agenda_rows(run.recording.agenda(), &model.catalogue, run.recording.session().mode())
}

/// A key while the plan is looked at.
pub(super) fn press(model: &mut Model, mut view: AgendaView, key: Key) -> Vec<Effect> {
    if let Some(entry) = view.adding.take() {
        return add(model, view, entry, key);
    }
    let rows = rows(model);
    let Some(row) = rows.get(view.selected.min(rows.len().saturating_sub(1))).cloned() else { return Vec::new() };
    if key.code == Code::Enter {
        return go(model, &row);
    }
    if let Some(digit) = key.typed().and_then(|c| c.to_digit(10)) {
        return go_to(model, digit as usize);
    }
    let sure = std::mem::take(&mut view.sure);
    view.wrong = None;
    let line = line_of(model, &row);
    let change = match (key.code, key.alt) {
        (Code::Up, true) => swap(model, line, line.checked_sub(1)),
        (Code::Down, true) => swap(model, line, Some(line + 1)),
        (Code::Char('+'), _) => lengthen(model, line, 1),
        (Code::Char('-'), _) if keeps(model, line) && !sure => {
            view.sure = true;
            view.wrong = Some("close keeps its minutes; - once more takes one all the same.".to_owned());
            None
        }
        (Code::Char('-'), _) => lengthen(model, line, -1),
        (Code::Delete | Code::Char('d'), _) => remove(model, &row),
        (Code::Char('r'), _) => repeat(model, line),
        (Code::Char('a'), _) => {
            view.adding = Some(Entry::default());
            None
        }
        _ => {
            view.selected = moved(view.selected, rows.len(), key).unwrap_or(view.selected);
            None
        }
    };
    model.layer = Some(Layer::Agenda(view));
    change.map_or_else(Vec::new, |plan| keep(model, plan))
}

fn keep(model: &mut Model, agenda: Vec<PlannedExercise>) -> Vec<Effect> {
    if agenda.len() > MOST_EXERCISES {
        if let Some(Layer::Agenda(view)) = &mut model.layer {
            view.wrong = Some(AgendaError::TooMany(agenda.len()).to_string());
        }
        return Vec::new();
    }
    record::queue(model, [Todo::Act(vec![Fact::AgendaChanged { agenda }])])
}

/// What is typed is put behind the exercise under the cursor.
fn add(model: &mut Model, mut view: AgendaView, mut entry: Entry, key: Key) -> Vec<Effect> {
    if key.code != Code::Enter {
        entry.press(key);
        view.adding = Some(entry);
        model.layer = Some(Layer::Agenda(view));
        return Vec::new();
    }
    let line = rows(model).get(view.selected).map_or(0, |row| line_of(model, row));
    let mode = model.run.as_ref().map_or_else(Default::default, |run| run.recording.session().mode());
    let added = Agenda::parse(entry.text(), &model.catalogue, mode);
    let change = match added {
        Ok(added) => plan(model).map(|mut plan| {
            let at = (line + 1).min(plan.len());
            plan.splice(at..at, added);
            plan
        }),
        Err(error) => {
            view.wrong = Some(error.to_string());
            view.adding = Some(entry);
            None
        }
    };
    model.layer = Some(Layer::Agenda(view));
    change.map_or_else(Vec::new, |plan| keep(model, plan))
}

fn plan(model: &Model) -> Option<Vec<PlannedExercise>> {
    model.run.as_ref().map(|run| run.recording.agenda().exercises().to_vec())
}

fn line_of(model: &Model, row: &AgendaRow) -> usize {
    let stops = model.run.as_ref().map(|run| run.recording.agenda().stops());
    match row {
        AgendaRow::Line { line, .. } => *line,
        AgendaRow::Stop { stop, .. } => stops.and_then(|stops| stops.get(*stop)).map_or(0, |stop| stop.line),
    }
}

fn go(model: &mut Model, row: &AgendaRow) -> Vec<Effect> {
    let stop = match row {
        AgendaRow::Stop { stop, .. } => Some(*stop),
        AgendaRow::Line { line, .. } => {
            let stops = model.run.as_ref().map(|run| run.recording.agenda().stops());
            stops.and_then(|stops| stops.iter().position(|stop| stop.line == *line))
        }
    };
    stop.map_or_else(Vec::new, |stop| go_to(model, stop + 1))
}

/// Goes to the step with this number, from 1.
fn go_to(model: &mut Model, number: usize) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    let stop = number.checked_sub(1).and_then(|at| run.recording.agenda().stops().get(at)).cloned();
    let Some(stop) = stop else { return Vec::new() };
    run.coach = None;
    model.layer = None;
    commands::enter(model, &stop)
}

fn keeps(model: &Model, line: usize) -> bool {
    plan(model).is_some_and(|plan| plan.get(line).is_some_and(|planned| planned.exercise == CLOSE))
}

fn swap(model: &Model, line: usize, other: Option<usize>) -> Option<Vec<PlannedExercise>> {
    let mut plan = plan(model)?;
    let other = other.filter(|other| *other < plan.len() && line < plan.len())?;
    plan.swap(line, other);
    Some(plan)
}

fn lengthen(model: &Model, line: usize, minutes: i16) -> Option<Vec<PlannedExercise>> {
    let mut plan = plan(model)?;
    let planned = plan.get_mut(line)?;
    planned.minutes = planned.minutes.saturating_add_signed(minutes).min(LONGEST);
    Some(plan)
}

/// An exercise is taken out of the plan; a step out of its exercise, with its time.
fn remove(model: &Model, row: &AgendaRow) -> Option<Vec<PlannedExercise>> {
    let mut plan = plan(model)?;
    match row {
        AgendaRow::Line { line, .. } if plan.len() > 1 => {
            plan.remove(*line);
        }
        AgendaRow::Line { .. } => return None,
        AgendaRow::Stop { stop, seconds, .. } => {
            let stop = model.run.as_ref()?.recording.agenda().stops().get(*stop)?.clone();
            let planned = plan.get_mut(stop.line)?;
            planned.without.push(stop.step.number);
            planned.minutes = planned.minutes.saturating_sub(u16::try_from(*seconds / 60).unwrap_or_default());
        }
    }
    Some(plan)
}

fn repeat(model: &Model, line: usize) -> Option<Vec<PlannedExercise>> {
    let mut plan = plan(model)?;
    let again = plan.get(line)?.clone();
    plan.insert(line + 1, again);
    Some(plan)
}
