//! What one person fills in.

use std::fmt;
use std::str::FromStr;

use super::questions::survey_questions;
use crate::exercise::Exercise;
use crate::record::own_note;

/// What tells one form of a survey from the others. It says nothing about whose the form is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormMark {
    /// The form with this number, made for somebody whom whoever asks knows.
    Named(u16),
    /// The form with this number, of which nobody knows who filled it in.
    Numbered(u16),
    /// The form that anybody may copy.
    Open,
    /// A copy of that form, with a random text of its own.
    Copy(String),
}

/// The maximum length of the random text of a copy.
const LONGEST: usize = 32;

impl fmt::Display for FormMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FormMark::Named(number) => write!(f, "for-{number:02}"),
            FormMark::Numbered(number) => write!(f, "{number:02}"),
            FormMark::Open => f.write_str("open"),
            FormMark::Copy(chance) => write!(f, "copy-{chance}"),
        }
    }
}

impl FromStr for FormMark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |text: &str| text.parse().map_err(|_| ());
        let is_chance = |chance: &str| {
            (1..=LONGEST).contains(&chance.len()) && chance.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        match (text, text.strip_prefix("for-"), text.strip_prefix("copy-")) {
            ("open", ..) => Ok(Self::Open),
            (_, Some(named), _) => number(named).map(Self::Named),
            (_, _, Some(chance)) if is_chance(chance) => Ok(Self::Copy(chance.to_owned())),
            (_, _, Some(_)) => Err(()),
            _ => number(text).map(Self::Numbered),
        }
    }
}

/// A question of a form, with what was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnsweredQuestion {
    /// The number of the step that asks it, from 1.
    pub number: u16,
    /// The question.
    pub ask: String,
    /// An example of an answer; empty where there is none.
    pub example: String,
    /// The answers, one a line.
    pub lines: Vec<String>,
}

/// The form of one person: the questions, the answers so far, and whether they are shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyForm {
    /// The id of the survey.
    pub survey: String,
    /// Which form of the survey it is.
    pub mark: FormMark,
    /// The title of the survey.
    pub title: String,
    /// The id of the exercise whose questions it asks.
    pub exercise: String,
    /// The unit of whoever answers; empty while it is not known.
    pub unit: String,
    /// Whether its owner has said in it that the answers are shared.
    pub shared: bool,
    /// The questions with their answers, in order.
    pub questions: Vec<AnsweredQuestion>,
    /// Lines that belong to no question. They are retained, and never read.
    pub loose: Vec<String>,
}

impl SurveyForm {
    /// The maximum number of answers to one question.
    pub const MOST_LINES: usize = 60;

    /// The maximum length of an answer, in bytes.
    pub const LONGEST_LINE: usize = 1_000;

    /// Returns an empty form with the questions of an exercise; `None` where the exercise is no survey.
    pub fn empty(survey: &str, title: &str, exercise: &Exercise, mark: FormMark, unit: &str) -> Option<Self> {
        let questions = (1..).zip(survey_questions(exercise)?).map(|(number, step)| AnsweredQuestion {
            number,
            ask: step.prompt.clone(),
            example: step.example.clone(),
            lines: Vec::new(),
        });
        Some(Self {
            survey: survey.to_owned(),
            mark,
            title: title.to_owned(),
            exercise: exercise.id.clone(),
            unit: unit.to_owned(),
            shared: false,
            questions: questions.collect(),
            loose: Vec::new(),
        })
    }

    /// Returns every answer that its owner does not keep for themselves, with the number of its question.
    pub fn answers(&self) -> impl Iterator<Item = (u16, &str)> {
        let all = self
            .questions
            .iter()
            .flat_map(|question| question.lines.iter().map(move |line| (question.number, line.as_str())));
        all.filter(|(_, line)| own_note(line).is_none())
    }

    /// The name under which the record knows this form: the survey and the mark, and no name of a person.
    pub fn source(&self) -> String {
        format!("survey {} {}", self.survey, self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_as_it_was_written() {
        for mark in [FormMark::Named(3), FormMark::Numbered(112), FormMark::Open, FormMark::Copy("8f3a".to_owned())] {
            assert_eq!(mark.to_string().parse(), Ok(mark));
        }
        for text in ["", "for-", "copy-", "copy-a b", "x", "-3", "99999999"] {
            assert_eq!(text.parse::<FormMark>(), Err(()), "{text}");
        }
    }
}
