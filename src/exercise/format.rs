use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answer::{Answer, Seed};
use super::bare::BareForm;
use super::measure::{Goal, Nudge};
use crate::record::Mode;

/// A value with one variant for a room and one for a person alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variants<T> {
    /// The variant for a facilitator with a room.
    pub live: T,
    /// The variant for one person alone.
    pub solo: T,
}

impl<T> Variants<T> {
    /// Returns the variant for this mode.
    pub const fn of(&self, mode: Mode) -> &T {
        match mode {
            Mode::Live => &self.live,
            Mode::Solo => &self.solo,
        }
    }
}

/// The number of people that an exercise is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The minimum number of people.
    pub least: u16,
    /// The maximum number of people.
    pub most: u16,
}

/// One step of an exercise: its prompt, its length, and what its answers become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about a step, and stands in its file by name")]
pub struct Step {
    /// The title in two or three words, for lists and the clock line.
    pub title: String,
    /// The planned length, in minutes.
    pub minutes: u16,
    /// The question, with blanks like `{focus|the change}`.
    pub prompt: String,
    /// The kind of answer that the step asks for.
    pub answer: Answer,
    /// The form that turns a plain line into a long form: `!{}`, or with a blank of the prompt, `{focus} -> {}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bare: Option<BareForm>,
    /// The source of the subjects that the step asks about one after the other; `None` for a step without subjects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Seed>,
    /// Whether each subject takes several lines, so that only a command turns to the next one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several: bool,
    /// The question that is asked instead when no subject is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing: Option<String>,
    /// The question that is asked instead when there was no subject at all; that of `nothing`, where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none: Option<String>,
    /// The source of the numbered choices, when a number does not stand for a subject of the step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<Seed>,
    /// Whether everybody writes in silence; the room then sees only the time that is left.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quiet: bool,
    /// Whether the answers are collected without names and shown together.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnamed: bool,
    /// Whether arrows drawn in this step imagine the view of an absent person; they count for nobody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub imagined: bool,
    /// A message to copy and send, with blanks as in the prompt; `None` when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What the answers add to the record, in words.
    pub writes: String,
    /// An example of a line typed in this step.
    pub example: String,
}

impl Step {
    /// Whether the step has subjects or choices that were said before.
    pub const fn walks(&self) -> bool {
        self.over.is_some() || self.choices.is_some()
    }
}

/// One exercise of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// The version of this format; 1.
    pub format: u32,
    /// The id, as typed in an agenda.
    pub id: String,
    /// Its title as shown.
    pub title: String,
    /// The purpose of the exercise, in a sentence.
    pub purpose: String,
    /// The question that the exercise answers, by which it is chosen; empty where its purpose says that.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub learn: String,
    /// What has to lie ready, besides the screens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub material: Vec<String>,
    /// When to use the exercise.
    pub when: String,
    /// The number of people that the exercise is for.
    pub group: Group,
    /// What the facilitator says before the exercise begins.
    pub say: Variants<String>,
    /// Follow-up questions for the facilitator.
    pub probes: Variants<Vec<String>>,
    /// What the room should have before it goes on.
    pub done_when: String,
    /// The goals of `done_when` that can be counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// How the exercise usually fails.
    pub fails_when: String,
    /// How the console helps against that failure.
    pub helps: String,
    /// The remarks shown to whoever holds the keyboard, each with its conditions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nudges: Vec<Nudge>,
    /// The author and source of the method.
    pub source: String,
    /// The steps, in order. An exercise that is only for a room, or only for one person, leaves the other list empty.
    pub steps: Variants<Vec<Step>>,
}

/// Why an exercise file cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ExerciseError {
    /// The text is not RON of this format.
    #[error("line {line}, column {column}: {reason}; see an exercise that works with `adjacent exercises next`")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser found there.
        reason: String,
    },
    /// The file was written for another version of this program.
    #[error("format {found} is not known here; this program reads format {}", Exercise::FORMAT)]
    Format {
        /// The format version that the file states.
        found: u32,
    },
    /// The exercise has no steps.
    #[error("the exercise {id:?} has no steps; give it at least one")]
    NoSteps {
        /// The id of the exercise.
        id: String,
    },
}

impl Exercise {
    /// The version of the exercise format this program reads.
    pub const FORMAT: u32 = 1;

    /// Reads an exercise from RON.
    ///
    /// # Errors
    /// When the text is not an exercise of a known format; the error names the line and the column.
    pub fn parse(text: &str) -> Result<Self, ExerciseError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let exercise: Exercise = options.from_str(text).map_err(|error| ExerciseError::Syntax {
            line: error.span.start.line,
            column: error.span.start.col,
            reason: error.code.to_string(),
        })?;
        if exercise.format != Self::FORMAT {
            return Err(ExerciseError::Format { found: exercise.format });
        }
        if exercise.steps.live.is_empty() && exercise.steps.solo.is_empty() {
            return Err(ExerciseError::NoSteps { id: exercise.id });
        }
        Ok(exercise)
    }

    /// Whether an id can be typed in an agenda and be the name of a file: lower-case letters, digits and `-`.
    pub fn is_lawful_id(id: &str) -> bool {
        let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        (1..=40).contains(&id.len()) && id.chars().all(lawful)
    }

    /// Returns the minutes of all steps together.
    pub fn minutes(&self, mode: Mode) -> u16 {
        self.steps(mode).iter().fold(0, |minutes, step| minutes.saturating_add(step.minutes))
    }

    /// Returns the goals that apply in this mode.
    pub fn goals(&self, mode: Mode) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.only.is_none_or(|only| only == mode))
    }

    /// Returns the nudges that apply in this mode.
    pub fn nudges(&self, mode: Mode) -> impl Iterator<Item = &Nudge> {
        self.nudges.iter().filter(move |nudge| nudge.only.is_none_or(|only| only == mode))
    }

    /// Returns the steps for a room or for one person.
    pub fn steps(&self, mode: Mode) -> &[Step] {
        self.steps.of(mode)
    }

    /// Returns the step with this number, counted from 1.
    pub fn step(&self, mode: Mode, number: u16) -> Option<&Step> {
        self.steps(mode).get(usize::from(number).checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let error = Exercise::parse("(\n  format: 1,\n  idd: \"x\",\n)").unwrap_err();
        assert!(matches!(error, ExerciseError::Syntax { line: 3, .. }), "{error}");
    }
}
