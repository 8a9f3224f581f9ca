use super::flaw::{ExerciseFlaw, Severity};
use crate::exercise::format::{Exercise, Step};
use crate::record::Mode;
use crate::record::field_places::FieldPlaces;

/// An exercise that could be read, and the flaws found in it so far.
pub(super) struct ExerciseCheck<'a> {
    pub(super) exercise: &'a Exercise,
    pub(super) places: FieldPlaces,
    pub(super) flaws: Vec<ExerciseFlaw>,
}

impl<'a> ExerciseCheck<'a> {
    pub(super) fn flaw(&mut self, weight: Severity, path: &str, what: impl Into<String>, hint: &str) {
        let (line, column) = self.places.at(path);
        self.flaws.push(ExerciseFlaw { line, column, weight, what: what.into(), hint: hint.to_owned() });
    }

    pub(super) fn mistake(&mut self, path: &str, what: impl Into<String>, hint: &str) {
        self.flaw(Severity::Mistake, path, what, hint);
    }

    pub(super) fn advice(&mut self, path: &str, what: impl Into<String>, hint: &str) {
        self.flaw(Severity::Advice, path, what, hint);
    }

    /// Returns every step with its path.
    pub(super) fn steps(&self) -> Vec<(Mode, String, &'a Step)> {
        let of = |mode: Mode, variant: &'static str| {
            let steps = self.exercise.steps(mode).iter().enumerate();
            steps.map(move |(number, step)| (mode, format!("steps.{variant}.{number}"), step))
        };
        of(Mode::Live, "live").chain(of(Mode::Solo, "solo")).collect()
    }
}
