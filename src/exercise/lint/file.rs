use std::collections::BTreeMap;

use serde::Deserialize;

use super::check::ExerciseCheck;
use super::flaw::{ExerciseFlaw, Severity};
use crate::exercise::format::{Exercise, ExerciseError};
use crate::record::field_places::FieldPlaces;
use crate::record::text::plain;

/// Checks the text of one exercise file; returns the flaws in the order of their lines.
pub fn lint_file(text: &str) -> Vec<ExerciseFlaw> {
    let places = FieldPlaces::of(text);
    let exercise = match Exercise::parse(text) {
        Ok(exercise) => exercise,
        Err(error) => return vec![unusable(text, &places, error)],
    };
    let mut check = ExerciseCheck { exercise: &exercise, places, flaws: Vec::new() };
    check.limits();
    check.sentences();
    check.answers();
    check.blanks();
    check.flaws.sort_by_key(|flaw| (flaw.line, flaw.column));
    check.flaws
}

/// Checks the exercise files of one folder, given as names with texts; also finds two files with the same id.
pub fn lint_folder(files: &[(String, String)]) -> Vec<(String, ExerciseFlaw)> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for (name, text) in files {
        let mut flaws = lint_file(text);
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

/// Whether a file is meant to be an exercise, judged by the fields at its beginning.
pub fn is_exercise(beginning: &str) -> bool {
    let places = FieldPlaces::of(beginning);
    ["purpose", "steps", "group", "say"].iter().any(|field| places.has(field))
}

fn twice(text: &str, id: &str, other: &str) -> ExerciseFlaw {
    let (line, column) = FieldPlaces::of(text).at("id");
    let what = format!("{} has the id {id:?} already", plain(other));
    ExerciseFlaw { line, column, weight: Severity::Unusable, what, hint: "give one of the two another id".to_owned() }
}

/// The fields that every version of the format has.
#[derive(Deserialize)]
struct Versioned {
    format: u32,
}

fn unusable(text: &str, places: &FieldPlaces, error: ExerciseError) -> ExerciseFlaw {
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
