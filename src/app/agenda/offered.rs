//! The plans that can be taken instead: those that were tried, those of the workspace, and those of earlier sessions.

use super::rows::title;
use crate::app::model::Model;
use crate::exercise::{Agenda, TEMPLATES, minutes};
use crate::record::{Mode, PlannedExercise};

/// A plan that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct OfferedAgenda {
    /// The row that says what it is: its title, its minutes, and its name where it has one.
    pub(in crate::app) says: String,
    /// Its exercises.
    pub(in crate::app) exercises: Vec<PlannedExercise>,
}

/// Returns every plan that can be taken in a mode.
pub(in crate::app) fn offered(model: &Model, mode: Mode) -> Vec<OfferedAgenda> {
    let tried = TEMPLATES.iter().filter(|template| template.mode == mode).filter_map(|template| {
        let exercises = Agenda::parse(template.exercises, &model.catalogue, mode).ok()?;
        let minutes = minutes(&exercises).to_string();
        let length = if template.words.contains(&minutes) { String::new() } else { format!(", {minutes} min") };
        let says = format!("{:<10} {}{length}", template.name, template.words);
        Some(OfferedAgenda { says, exercises })
    });
    let shelved = model.shelf.iter().filter(|known| known.mode == mode).map(|known| {
        let says = match known.day {
            Some(day) => format!("as on {day}: {}, {} min", known.title, known.minutes()),
            None => format!("{:<10} {}, {} min (yours)", known.name, known.title, known.minutes()),
        };
        OfferedAgenda { says, exercises: known.exercises.clone() }
    });
    tried.chain(shelved).collect()
}

/// Returns the titles of an agenda's exercises in one line.
pub(in crate::app) fn titles(exercises: &[PlannedExercise], model: &Model) -> String {
    let titles =
        exercises.iter().map(|planned| format!("{} {}", title(&planned.exercise, &model.catalogue), planned.minutes));
    titles.collect::<Vec<_>>().join(", ")
}
