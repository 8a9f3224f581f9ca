//! What is wrong with the text of an exercise file, with line, column, and what to do about it.

mod answers;
mod blanks;
mod limits;
mod places;
mod sentences;
mod tokens;

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::format::{Exercise, ExerciseError, Step};
use crate::record::Mode;
use crate::record::text::plain;
use places::Places;

/// One thing that is wrong with an exercise file, or could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseFlaw {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// How much it matters.
    pub weight: Severity,
    /// What is wrong, in a sentence without its full stop.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

/// How much a flaw matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It works, and could work better.
    Advice,
    /// Something in it does not do what it says.
    Mistake,
    /// Something in it is still to be written; it can be looked at, and is not offered.
    Unfinished,
    /// The exercise cannot be used at all.
    Unusable,
}

impl fmt::Display for ExerciseFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.hint)
    }
}

/// Looks through the text of one exercise file; flaws come in the order of their lines.
pub fn lint(text: &str) -> Vec<ExerciseFlaw> {
    let places = Places::of(text);
    let exercise = match Exercise::parse(text) {
        Ok(exercise) => exercise,
        Err(error) => return vec![unusable(text, &places, error)],
    };
    let mut check = Check { exercise: &exercise, places, flaws: Vec::new() };
    check.limits();
    check.sentences();
    check.answers();
    check.blanks();
    check.flaws.sort_by_key(|flaw| (flaw.line, flaw.column));
    check.flaws
}

/// Looks through the exercise files of one folder, given with their names; also whether two claim one id.
pub fn lint_folder(files: &[(String, String)]) -> Vec<(String, ExerciseFlaw)> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for (name, text) in files {
        let mut flaws = lint(text);
        if let Ok(exercise) = Exercise::parse(text) {
            match first.get(&exercise.id) {
                Some(other) => flaws.push(twice(text, &exercise.id, other)),
                None => {
                    first.insert(exercise.id, name);
                }
            }
        }
        found.extend(flaws.into_iter().map(|flaw| (name.clone(), flaw)));
    }
    found
}

/// Whether a file is meant to be an exercise, judged by the fields it begins with.
pub fn is_exercise(beginning: &str) -> bool {
    let places = Places::of(beginning);
    ["purpose", "steps", "group", "say"].iter().any(|field| places.has(field))
}

fn twice(text: &str, id: &str, other: &str) -> ExerciseFlaw {
    let (line, column) = Places::of(text).at("id");
    let what = format!("{} has the id {id:?} already", plain(other));
    ExerciseFlaw { line, column, weight: Severity::Unusable, what, hint: "give one of the two another id".to_owned() }
}

/// What stands in every version of the format.
#[derive(Deserialize)]
struct Versioned {
    format: u32,
}

fn unusable(text: &str, places: &Places, error: ExerciseError) -> ExerciseFlaw {
    let other = ron::from_str::<Versioned>(text).ok().filter(|found| found.format != Exercise::FORMAT);
    let error = other.map_or(error, |other| ExerciseError::Format { found: other.format });
    let own = "adjacent exercises --new ID writes a file to begin with";
    let ((line, column), what, hint) = match error {
        ExerciseError::Syntax { line, column, reason } => ((line, column), plain(&reason), own),
        ExerciseError::Format { found } => {
            (places.at("format"), format!("format {found} is not known here"), "write format: 1")
        }
        ExerciseError::NoSteps { .. } => {
            (places.at("steps"), "there are no steps".to_owned(), "give it at least one, live or solo")
        }
    };
    let what = what.trim_end_matches('.').to_owned();
    ExerciseFlaw { line, column, weight: Severity::Unusable, what, hint: hint.to_owned() }
}

/// An exercise that could be read, and what was found in it so far.
struct Check<'a> {
    exercise: &'a Exercise,
    places: Places,
    flaws: Vec<ExerciseFlaw>,
}

impl<'a> Check<'a> {
    fn flaw(&mut self, weight: Severity, path: &str, what: impl Into<String>, hint: &str) {
        let (line, column) = self.places.at(path);
        self.flaws.push(ExerciseFlaw { line, column, weight, what: what.into(), hint: hint.to_owned() });
    }

    fn mistake(&mut self, path: &str, what: impl Into<String>, hint: &str) {
        self.flaw(Severity::Mistake, path, what, hint);
    }

    fn advice(&mut self, path: &str, what: impl Into<String>, hint: &str) {
        self.flaw(Severity::Advice, path, what, hint);
    }

    /// Every step with the path to it.
    fn steps(&self) -> Vec<(Mode, String, &'a Step)> {
        let of = |mode: Mode, variant: &'static str| {
            let steps = self.exercise.steps(mode).iter().enumerate();
            steps.map(move |(number, step)| (mode, format!("steps.{variant}.{number}"), step))
        };
        of(Mode::Live, "live").chain(of(Mode::Solo, "solo")).collect()
    }
}
