use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One step of one exercise, written `next.3`. Steps count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct StepId {
    /// The exercise's id in the catalogue.
    pub exercise: String,
    /// The number of the step within the exercise, from 1.
    pub number: u16,
}

impl StepId {
    /// The step `number` of `exercise`.
    pub fn new(exercise: impl Into<String>, number: u16) -> Self {
        Self { exercise: exercise.into(), number }
    }
}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.exercise, self.number)
    }
}

impl FromStr for StepId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("a step is written like next.3, not {text:?}");
        let (exercise, number) = text.rsplit_once('.').ok_or_else(wrong)?;
        let number = number.parse().map_err(|_| wrong())?;
        let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if exercise.is_empty() || number == 0 || !exercise.chars().all(lawful) {
            return Err(wrong());
        }
        Ok(Self::new(exercise, number))
    }
}

impl From<StepId> for String {
    fn from(step: StepId) -> String {
        step.to_string()
    }
}

impl TryFrom<String> for StepId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// One line of the agenda: an exercise with its planned length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedExercise {
    /// The exercise's id in the catalogue.
    pub exercise: String,
    /// The planned length, in minutes.
    pub minutes: u16,
    /// The numbers of the steps that are left out, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<u16>,
}
