//! The agenda as rows: every exercise with its minutes, and every step below it.

use crate::exercise::{Agenda, Catalogue, SLACK};
use crate::record::Mode;

/// A row of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaRow {
    /// An exercise, or minutes kept free.
    Line {
        /// Its place in the agenda, from 0.
        line: usize,
        /// Its title.
        title: String,
        /// Minutes planned.
        minutes: u16,
        /// Minutes after the beginning at which it is planned to begin.
        begins: u32,
    },
    /// A step.
    Stop {
        /// Its place among the stops, from 0.
        stop: usize,
        /// Its title.
        title: String,
        /// Seconds planned.
        seconds: u32,
    },
}

/// Every row of an agenda.
pub fn agenda_rows(agenda: &Agenda, catalogue: &Catalogue, mode: Mode) -> Vec<AgendaRow> {
    let mut rows = Vec::new();
    let mut begins = 0;
    for (line, planned) in agenda.exercises().iter().enumerate() {
        let exercise = catalogue.find(&planned.exercise);
        let title = match exercise {
            Some(exercise) => exercise.title.clone(),
            None if planned.exercise == SLACK => "kept free".to_owned(),
            None => format!("{} (not in the catalogue)", planned.exercise),
        };
        rows.push(AgendaRow::Line { line, title, minutes: planned.minutes, begins });
        begins += u32::from(planned.minutes);
        let stops = agenda.stops().iter().enumerate().filter(|(_, stop)| stop.line == line);
        rows.extend(stops.map(|(at, stop)| AgendaRow::Stop {
            stop: at,
            title: catalogue.step(&stop.step, mode).map_or_else(String::new, |(_, step)| step.title.clone()),
            seconds: stop.seconds,
        }));
    }
    rows
}
