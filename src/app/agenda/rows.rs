//! The agenda as rows: every exercise with its minutes, and every step below it.

use crate::exercise::{Agenda, Catalogue, SLACK};
use crate::record::Mode;

/// A row of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum AgendaRow {
    /// An exercise, or minutes left free.
    Line {
        /// The index of the exercise in the agenda.
        line: usize,
        /// Its title.
        title: String,
        /// The planned minutes.
        minutes: u16,
    },
    /// A step.
    Stop {
        /// The index of the step among all stops of the agenda.
        stop: usize,
        /// Its title.
        title: String,
        /// The planned seconds.
        seconds: u32,
    },
}

/// Returns every row of an agenda.
pub(in crate::app) fn agenda_rows(agenda: &Agenda, catalogue: &Catalogue, mode: Mode) -> Vec<AgendaRow> {
    let mut rows = Vec::new();
    for (line, planned) in agenda.exercises().iter().enumerate() {
        rows.push(AgendaRow::Line { line, title: title(&planned.exercise, catalogue), minutes: planned.minutes });
        let stops = agenda.stops().iter().enumerate().filter(|(_, stop)| stop.line == line);
        rows.extend(stops.map(|(at, stop)| AgendaRow::Stop {
            stop: at,
            title: catalogue.step(&stop.step, mode).map_or_else(String::new, |(_, step)| step.title.clone()),
            seconds: stop.seconds,
        }));
    }
    rows
}

/// Returns the title of an exercise by its id.
pub(in crate::app) fn title(id: &str, catalogue: &Catalogue) -> String {
    match catalogue.find(id) {
        Some(exercise) => exercise.title.clone(),
        None if id == SLACK => "kept free".to_owned(),
        None => format!("{id} (not in the catalogue)"),
    }
}
