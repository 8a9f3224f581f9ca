use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answer::{Answer, Seed};
use super::bare::BareForm;
use super::measure::{Goal, Nudge};
use crate::record::Mode;

/// A value in two variants: for a room, and for one person alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variants<T> {
    /// For a facilitator and a room.
    pub live: T,
    /// For one person alone.
    pub solo: T,
}

impl<T> Variants<T> {
    /// The variant for this mode.
    pub const fn of(&self, mode: Mode) -> &T {
        match mode {
            Mode::Live => &self.live,
            Mode::Solo => &self.solo,
        }
    }
}

/// How many people an exercise works with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// At least.
    pub least: u16,
    /// At most.
    pub most: u16,
}

/// One step: a prompt, some minutes, and what its answers become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about a step, and stands in its file by name")]
pub struct Step {
    /// Two or three words for lists and the clock line.
    pub title: String,
    /// Minutes planned.
    pub minutes: u16,
    /// What is asked, with blanks like `{focus|the change}`.
    pub prompt: String,
    /// What the step asks for.
    pub answer: Answer,
    /// What a line without grammar of its own becomes: `!{}`, or with what the prompt is about, `{focus} -> {}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bare: Option<BareForm>,
    /// What the step walks over, one after the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Seed>,
    /// Several lines are said about each: only Alt-Down takes the next.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several: bool,
    /// What is asked instead when there is nothing left to walk over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing: Option<String>,
    /// What a number stands for, when that is something else than what the step walks over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<Seed>,
    /// Everybody writes for themselves: the room sees the time that is left and nothing else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quiet: bool,
    /// Answers are collected without names and shown together.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnamed: bool,
    /// Arrows drawn here are somebody else's view, imagined; they count for nobody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub imagined: bool,
    /// A message to copy and send, with blanks as in the prompt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What its answers add to the record, in words.
    pub writes: String,
    /// A line as somebody might type it here.
    pub example: String,
}

impl Step {
    /// Whether it walks over, or lets choose from, what was said before.
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
    /// Its short name, as typed in an agenda.
    pub id: String,
    /// Its title as shown.
    pub title: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// When to use it.
    pub when: String,
    /// How many people it works with.
    pub group: Group,
    /// What the facilitator says before it begins.
    pub say: Variants<String>,
    /// Follow-up questions to have at hand.
    pub probes: Variants<Vec<String>>,
    /// What to have before going on.
    pub done_when: String,
    /// The same, where it can be counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// The usual way it fails.
    pub fails_when: String,
    /// How the console helps against that.
    pub helps: String,
    /// What to point out to whoever holds the keyboard, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nudges: Vec<Nudge>,
    /// Whose method it is.
    pub source: String,
    /// The steps, in order; an exercise for a room alone, or for one person alone, leaves the other list empty.
    pub steps: Variants<Vec<Step>>,
}

/// Why an exercise file cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ExerciseError {
    /// It is not RON of this format.
    #[error("line {line}, column {column}: {reason}; see an exercise that works with `adjacent exercises next`")]
    Syntax {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the parser met.
        reason: String,
    },
    /// It was written for another version of this program.
    #[error("format {found} is not known here; this program reads format {}", Exercise::FORMAT)]
    Format {
        /// What the file says.
        found: u32,
    },
    /// It has no steps.
    #[error("the exercise {id:?} has no steps; give it at least one")]
    NoSteps {
        /// Which exercise.
        id: String,
    },
}

impl Exercise {
    /// The version of the exercise format this program reads.
    pub const FORMAT: u32 = 1;

    /// Reads an exercise from RON.
    ///
    /// # Errors
    /// When the text is not an exercise of a known format, with the place.
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

    /// Minutes of all steps together.
    pub fn minutes(&self, mode: Mode) -> u16 {
        self.steps(mode).iter().fold(0, |minutes, step| minutes.saturating_add(step.minutes))
    }

    /// What should be there before it ends, in a room or alone.
    pub fn goals(&self, mode: Mode) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.only.is_none_or(|only| only == mode))
    }

    /// What may be pointed out, in a room or alone.
    pub fn nudges(&self, mode: Mode) -> impl Iterator<Item = &Nudge> {
        self.nudges.iter().filter(move |nudge| nudge.only.is_none_or(|only| only == mode))
    }

    /// The steps for a room, or for one person.
    pub fn steps(&self, mode: Mode) -> &[Step] {
        self.steps.of(mode)
    }

    /// The step with this number, from 1.
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
