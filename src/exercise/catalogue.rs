//! The exercises that are part of the program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::agenda::SLACK;
use super::format::{Exercise, Step};
use super::lint::{Severity, lint_file};
use crate::record::text::plain;
use crate::record::{Mode, StepId};

/// The RON text of every exercise in the program, in the order in which a first full session would use them.
pub const EMBEDDED: &[&str] = &[
    include_str!("catalogue/arrive.ron"),
    include_str!("catalogue/draw.ron"),
    include_str!("catalogue/next.ron"),
    include_str!("catalogue/bound.ron"),
    include_str!("catalogue/incent.ron"),
    include_str!("catalogue/folio.ron"),
    include_str!("catalogue/emerge.ron"),
    include_str!("catalogue/lever.ron"),
    include_str!("catalogue/moment.ron"),
    include_str!("catalogue/actor.ron"),
    include_str!("catalogue/premort.ron"),
    include_str!("catalogue/look.ron"),
    include_str!("catalogue/decide.ron"),
    include_str!("catalogue/five.ron"),
    include_str!("catalogue/plenary.ron"),
    include_str!("catalogue/close.ron"),
];

/// The lines of an agenda that are no exercise: a break, and time for oneself.
const INTERLUDES: &[&str] = &[include_str!("interlude/break.ron"), include_str!("interlude/self.ron")];

/// The questions that everybody is asked alone before a session; forms ask them, and no agenda.
const SURVEYS: &[&str] = &[include_str!("survey/survey.ron")];

/// The catalogue of the program's own exercises, read once.
static OWN: LazyLock<Catalogue> = LazyLock::new(|| {
    // Each embedded text is parsed by a test, so nothing is dropped here in a program that was built.
    let read = |texts: &[&str]| texts.iter().filter_map(|text| Exercise::parse(text).ok()).collect();
    let (exercises, interludes, surveys) = (read(EMBEDDED), read(INTERLUDES), read(SURVEYS));
    Catalogue { exercises, interludes, surveys, unfinished: Vec::new() }
});

/// Every exercise that can be used.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    exercises: Vec<Exercise>,
    interludes: Vec<Exercise>,
    surveys: Vec<Exercise>,
    /// The exercises that are not fully written yet. They are found by id, but not offered.
    unfinished: Vec<Exercise>,
}

impl Catalogue {
    /// Returns the catalogue of the program's own exercises.
    pub fn embedded() -> Self {
        OWN.clone()
    }

    /// Adds the exercises of a workspace, given as file names with their texts. An exercise with a known id replaces
    /// the known one, unless a part of it is still to be filled in. Returns a sentence for each file that is left out:
    /// file, line, column, and fault.
    #[must_use]
    pub fn with(mut self, files: &[(String, String)]) -> (Self, Vec<String>) {
        let mut left_out = Vec::new();
        let mut taken: BTreeMap<String, &str> = BTreeMap::new();
        for (name, text) in files {
            let shown = plain(name);
            let flaws = lint_file(text);
            let unfinished = flaws.iter().any(|flaw| flaw.weight == Severity::Unfinished);
            if let Some(flaw) = flaws.into_iter().find(|flaw| flaw.weight == Severity::Unusable) {
                left_out.push(format!("{shown}:{}:{}: {flaw}", flaw.line, flaw.column));
                continue;
            }
            let Ok(exercise) = Exercise::parse(text) else { continue };
            if let Some(other) = taken.get(&exercise.id) {
                left_out.push(format!("{shown}: {} has the id {:?} already", plain(other), exercise.id));
                continue;
            }
            taken.insert(exercise.id.clone(), name);
            if unfinished { self.unfinished.push(exercise) } else { self.put(exercise) }
        }
        (self, left_out)
    }

    fn put(&mut self, exercise: Exercise) {
        match self.exercises.iter_mut().find(|known| known.id == exercise.id) {
            Some(known) => *known = exercise,
            None => self.exercises.push(exercise),
        }
    }

    /// Returns every exercise that is offered, in order.
    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    /// Returns the exercise with this id.
    pub fn find(&self, id: &str) -> Option<&Exercise> {
        let offered = self.exercises.iter().chain(&self.interludes);
        offered.chain(&self.surveys).chain(&self.unfinished).find(|exercise| exercise.id == id)
    }

    /// Whether an agenda line with this id is no exercise: slack, a break or time for oneself.
    pub fn is_interlude(&self, id: &str) -> bool {
        id == SLACK || self.interludes.iter().any(|interlude| interlude.id == id)
    }

    /// Returns the step with this id, together with its exercise.
    pub fn step(&self, id: &StepId, mode: Mode) -> Option<(&Exercise, &Step)> {
        let exercise = self.find(&id.exercise)?;
        Some((exercise, exercise.step(mode, id.number)?))
    }
}

impl FromIterator<Exercise> for Catalogue {
    /// Collects exercises into a catalogue, in this order.
    fn from_iter<T: IntoIterator<Item = Exercise>>(exercises: T) -> Self {
        Self { exercises: exercises.into_iter().collect(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exercise_of_the_program_can_be_read() {
        for text in EMBEDDED.iter().chain(INTERLUDES) {
            Exercise::parse(text).unwrap();
        }
        assert_eq!(Catalogue::embedded().exercises().len(), EMBEDDED.len());
    }

    #[test]
    fn next_takes_fourteen_minutes_in_a_room_and_twelve_alone() {
        let catalogue = Catalogue::embedded();
        let next = catalogue.find("next").unwrap();
        assert_eq!((next.minutes(Mode::Live), next.minutes(Mode::Solo)), (14, 12));
    }

    #[test]
    fn every_prompt_says_something_else_to_one_person_than_to_a_room() {
        for exercise in Catalogue::embedded().exercises() {
            for (live, solo) in exercise.steps.live.iter().zip(&exercise.steps.solo) {
                assert_ne!(live.prompt, solo.prompt, "{}: {}", exercise.id, live.title);
            }
        }
    }
}
