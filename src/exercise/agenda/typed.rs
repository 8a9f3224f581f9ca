use thiserror::Error;

use super::stops::Agenda;
use super::template::{SLACK, template};
use crate::exercise::Catalogue;
use crate::record::{Mode, PlannedExercise};

/// The maximum number of exercises in an agenda; a longer text is surely no agenda.
pub const MOST_EXERCISES: usize = 60;

/// The maximum length of an exercise, in minutes: one day.
pub const LONGEST: u16 = 24 * 60;

/// The reason why an agenda cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum AgendaError {
    /// The agenda names an exercise that is not in the catalogue.
    #[error("there is no exercise called {0:?}; these are there: {1}")]
    NoSuchExercise(String, String),
    /// The exercise has no steps for a room, or none for one person.
    #[error("{0} is only for {1}; leave it out, or choose another one")]
    NotForThis(String, &'static str),
    /// The minutes are not a number.
    #[error("{0:?} is not a number of minutes up to {LONGEST}; write for example next=20")]
    Minutes(String),
    /// The steps to leave out are not numbers.
    #[error("{0:?} is not the number of a step to leave out; write for example moment=8 without 1")]
    Without(String),
    /// A step with its further minutes is not two numbers.
    #[error("{0:?} is no step with its further minutes; write for example next=15 with 2+1")]
    With(String),
    /// There are too many exercises.
    #[error("that is {0} exercises; {MOST_EXERCISES} is the most that can be planned")]
    TooMany(usize),
}

impl Agenda {
    /// Reads a typed agenda: the name of a template, or exercises like `next=20`, separated by commas.
    ///
    /// # Errors
    /// When an exercise is not in the catalogue or its minutes are not a number.
    pub fn parse(text: &str, catalogue: &Catalogue, mode: Mode) -> Result<Vec<PlannedExercise>, AgendaError> {
        let text = template(text.trim(), mode).map_or(text, |template| template.exercises);
        let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > MOST_EXERCISES {
            return Err(AgendaError::TooMany(parts.len()));
        }
        parts.into_iter().map(|part| planned(part, catalogue, mode)).collect()
    }
}

/// Returns the agenda in the form in which it could be typed.
pub fn in_words(exercises: &[PlannedExercise]) -> String {
    let parts = exercises.iter().map(|planned| {
        let without: Vec<String> = planned.without.iter().map(ToString::to_string).collect();
        let without = if without.is_empty() { String::new() } else { format!(" without {}", without.join(" ")) };
        let longer: Vec<String> = planned.longer.iter().map(|(step, more)| format!("{step}+{more}")).collect();
        let longer = if longer.is_empty() { String::new() } else { format!(" with {}", longer.join(" ")) };
        format!("{}={}{without}{longer}", planned.exercise, planned.minutes)
    });
    parts.collect::<Vec<_>>().join(", ")
}

fn planned(part: &str, catalogue: &Catalogue, mode: Mode) -> Result<PlannedExercise, AgendaError> {
    let (part, longer) = match part.split_once(" with ") {
        Some((part, steps)) => (part.trim(), steps.split_whitespace().map(longer).collect::<Result<_, _>>()?),
        None => (part, Vec::new()),
    };
    let (part, without) = match part.split_once(" without ") {
        Some((part, steps)) => (part.trim(), steps.split_whitespace().map(number).collect::<Result<_, _>>()?),
        None => (part, Vec::new()),
    };
    let (id, minutes) = match part.split_once('=') {
        Some((id, minutes)) => (id.trim(), Some(minutes.trim())),
        None => (part, None),
    };
    let usual = if id == SLACK { 5 } else { usual_minutes(id, catalogue, mode)? };
    let minutes = match minutes {
        None => usual,
        Some(text) => text
            .parse()
            .ok()
            .filter(|&minutes: &u16| minutes <= LONGEST)
            .ok_or_else(|| AgendaError::Minutes(text.to_owned()))?,
    };
    Ok(PlannedExercise { exercise: id.to_owned(), minutes, without, longer })
}

impl Catalogue {
    /// Returns why an exercise cannot be planned in a mode; `None` for one that can, and for slack.
    pub fn refuses(&self, id: &str, mode: Mode) -> Option<AgendaError> {
        if id == SLACK { None } else { usual_minutes(id, self, mode).err() }
    }
}

fn usual_minutes(id: &str, catalogue: &Catalogue, mode: Mode) -> Result<u16, AgendaError> {
    let Some(exercise) = catalogue.find(id) else {
        let known: Vec<_> = catalogue.exercises().iter().map(|exercise| exercise.id.as_str()).collect();
        return Err(AgendaError::NoSuchExercise(id.to_owned(), known.join(", ")));
    };
    if exercise.steps(mode).is_empty() {
        let whom = if mode == Mode::Live { "one person alone" } else { "a room" };
        return Err(AgendaError::NotForThis(id.to_owned(), whom));
    }
    Ok(exercise.minutes(mode))
}

fn number(text: &str) -> Result<u16, AgendaError> {
    text.parse().map_err(|_| AgendaError::Without(text.to_owned()))
}

/// Reads a step with the minutes that it has beyond its share: `2+1`.
fn longer(text: &str) -> Result<(u16, u16), AgendaError> {
    let read = text.split_once('+').and_then(|(step, more)| Some((step.parse().ok()?, more.parse().ok()?)));
    read.filter(|(_, more)| *more <= LONGEST).ok_or_else(|| AgendaError::With(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_exercise_is_named_with_those_that_exist() {
        let error = Agenda::parse("nxt", &Catalogue::embedded(), Mode::Live).unwrap_err();
        assert!(error.to_string().contains("nxt") && error.to_string().contains("next"));
    }

    #[test]
    fn absurd_agendas_get_a_sentence() {
        let catalogue = Catalogue::embedded();
        for (text, says) in [
            ("next=x", "is not a number of minutes"),
            ("next=9999", "is not a number of minutes"),
            ("next=-1", "is not a number of minutes"),
            ("next=5 without two", "is not the number of a step"),
            ("next=5 with 2", "is no step with its further minutes"),
            (&"next,".repeat(1000), "1000 exercises"),
        ] {
            assert!(Agenda::parse(text, &catalogue, Mode::Live).unwrap_err().to_string().contains(says), "{text:.20}");
        }
        assert_eq!(Agenda::parse("", &catalogue, Mode::Live).unwrap(), []);
    }

    #[test]
    fn an_agenda_in_words_reads_as_itself() {
        let catalogue = Catalogue::embedded();
        let exercises =
            Agenda::parse("next=20 without 1 3 with 2+1 4+5, break, slack=8", &catalogue, Mode::Live).unwrap();
        assert_eq!(in_words(&exercises), "next=20 without 1 3 with 2+1 4+5, break=15, slack=8");
        assert_eq!(Agenda::parse(&in_words(&exercises), &catalogue, Mode::Live).unwrap(), exercises);
    }
}
