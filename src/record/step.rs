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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedExercise {
    /// The exercise's id in the catalogue.
    pub exercise: String,
    /// The planned length, in minutes.
    pub minutes: u16,
    /// The numbers of the steps that are left out, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<u16>,
    /// The minutes that single steps got beyond their share of the length: the number of the step, from 1, and its
    /// minutes. The length includes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub longer: Vec<(u16, u16)>,
}

impl PlannedExercise {
    /// Returns an exercise with all of its steps.
    pub fn new(exercise: impl Into<String>, minutes: u16) -> Self {
        Self { exercise: exercise.into(), minutes, ..Self::default() }
    }

    /// Gives minutes to one step, and makes the exercise longer by them.
    pub fn lengthen(&mut self, step: u16, minutes: u16) {
        self.minutes = self.minutes.saturating_add(minutes);
        match self.longer.iter_mut().find(|(number, _)| *number == step) {
            Some((_, more)) => *more = more.saturating_add(minutes),
            None => self.longer.push((step, minutes)),
        }
    }

    /// Returns the minutes that a step got beyond its share.
    pub fn longer_by(&self, step: u16) -> u16 {
        self.longer.iter().filter(|(number, _)| *number == step).map(|(_, more)| *more).fold(0, u16::saturating_add)
    }
}
