//! The changes of an agenda: each returns the agenda as it would be.

use super::rows::AgendaRow;
use crate::app::model::Model;
use crate::exercise::{CLOSE, LONGEST};
use crate::record::PlannedExercise;

/// Returns the exercises of the open session's agenda.
pub(super) fn exercises(model: &Model) -> Option<Vec<PlannedExercise>> {
    model.run.as_ref().map(|run| run.recording.agenda().exercises().to_vec())
}

/// Returns the index of the exercise to which a row belongs.
pub(super) fn line_of(model: &Model, row: &AgendaRow) -> usize {
    let stops = model.run.as_ref().map(|run| run.recording.agenda().stops());
    match row {
        AgendaRow::Line { line, .. } => *line,
        AgendaRow::Stop { stop, .. } => stops.and_then(|stops| stops.get(*stop)).map_or(0, |stop| stop.line),
    }
}

/// Whether an exercise keeps its minutes unless they are taken on purpose.
pub(super) fn keeps(model: &Model, line: usize) -> bool {
    exercises(model).is_some_and(|exercises| exercises.get(line).is_some_and(|planned| planned.exercise == CLOSE))
}

/// Returns the agenda with two exercises in each other's place.
pub(super) fn swap(model: &Model, line: usize, other: Option<usize>) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    let other = other.filter(|other| *other < exercises.len() && line < exercises.len())?;
    exercises.swap(line, other);
    Some(exercises)
}

/// Returns the agenda with an exercise that is longer or shorter by some minutes.
pub(super) fn lengthen(model: &Model, line: usize, minutes: i16) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    let planned = exercises.get_mut(line)?;
    planned.minutes = planned.minutes.saturating_add_signed(minutes).min(LONGEST);
    Some(exercises)
}

/// Returns the agenda without the exercise of a row; for a step, without the step and its time.
pub(super) fn remove(model: &Model, row: &AgendaRow) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    match row {
        AgendaRow::Line { line, .. } if exercises.len() > 1 => {
            exercises.remove(*line);
        }
        AgendaRow::Line { .. } => return None,
        AgendaRow::Stop { stop, seconds, .. } => {
            let stop = model.run.as_ref()?.recording.agenda().stops().get(*stop)?.clone();
            let planned = exercises.get_mut(stop.line)?;
            planned.without.push(stop.step.number);
            planned.longer.retain(|(number, _)| *number != stop.step.number);
            planned.minutes = planned.minutes.saturating_sub(u16::try_from(*seconds / 60).unwrap_or_default());
        }
    }
    Some(exercises)
}

/// Returns the agenda with an exercise twice.
pub(super) fn repeat(model: &Model, line: usize) -> Option<Vec<PlannedExercise>> {
    let mut exercises = exercises(model)?;
    let again = exercises.get(line)?.clone();
    exercises.insert(line + 1, again);
    Some(exercises)
}
