use serde::{Deserialize, Serialize};

use crate::record::Mode;

/// A number that is counted while an exercise runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// The lines typed in this exercise.
    Lines,
    /// The arrows drawn in this exercise.
    Arrows,
    /// The effects in the direction that somebody wants.
    Welcome,
    /// The effects against the direction that somebody wants.
    Unwelcome,
    /// The arrows that start where another arrow of this exercise ends.
    SecondOrder,
    /// The arrows whose effect takes a month or longer.
    Late,
    /// The arrows from one unit to another.
    Crossings,
    /// The decisions.
    Decisions,
    /// The commitments with a person and a day.
    Promises,
    /// The sentences that people say.
    Voices,
    /// The hidden answers that were shown together.
    Shown,
    /// The rules of behaviour charters.
    Rules,
    /// The watched factors with a threshold and a person who acts.
    Watches,
    /// The observations that a factor moved.
    Seen,
    /// The positions on arrows.
    Stances,
    /// The incentives.
    Incentives,
    /// The ratings.
    Ratings,
    /// The counted votes.
    Votes,
    /// The initiatives for which nobody answers.
    Unowned,
    /// The things of unknown kind.
    Unsorted,
    /// The units of people present that have no line in this exercise.
    Unheard,
    /// The units of people present for which this exercise has named no effect.
    Untouched,
}

/// A condition of a nudge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// The measure is at least this number.
    AtLeast(Measure, u16),
    /// The measure is at most this number.
    AtMost(Measure, u16),
    /// The exercise has run for at least this many minutes.
    Minutes(u16),
    /// The exercise has reached the step with this number, from 1.
    FromStep(u16),
}

impl Condition {
    /// Returns the measure of the condition; `None` for a condition on minutes or steps.
    pub const fn counts(self) -> Option<Measure> {
        match self {
            Condition::AtLeast(measure, _) | Condition::AtMost(measure, _) => Some(measure),
            Condition::Minutes(_) | Condition::FromStep(_) => None,
        }
    }
}

/// A goal: what an exercise should have before it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The measure that is counted.
    pub measure: Measure,
    /// The count that is enough.
    pub least: u16,
    /// The words for the counted things: "effects one step further on".
    pub words: String,
    /// The mode in which the goal applies; `None` means both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Mode>,
}

/// A nudge: a remark shown only to whoever holds the keyboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nudge {
    /// The conditions, all of which must hold.
    pub when: Vec<Condition>,
    /// The remark, with blanks as in a prompt; `{count}` stands for the count of the first condition.
    pub say: String,
    /// The mode in which the nudge applies; `None` means both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Mode>,
}
