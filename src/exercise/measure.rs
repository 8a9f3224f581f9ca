use serde::{Deserialize, Serialize};

use crate::record::Mode;

/// Something that can be counted while an exercise runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// Lines typed in this exercise.
    Lines,
    /// Arrows drawn in this exercise.
    Arrows,
    /// Effects the way somebody wants them.
    Welcome,
    /// Effects the other way.
    Unwelcome,
    /// Arrows that start where another arrow of this exercise ends.
    SecondOrder,
    /// Arrows that take a month or longer.
    Late,
    /// Arrows from one unit into another.
    Crossings,
    /// Decisions about a plan.
    Decisions,
    /// Commitments with a person and a day.
    Promises,
    /// What people say.
    Voices,
    /// Answers shown together.
    Shown,
    /// Rules of a charter.
    Rules,
    /// Factors with a level and somebody who acts.
    Watches,
    /// Things seen to move.
    Seen,
    /// Positions taken on arrows.
    Stances,
    /// What people are rewarded for.
    Incentives,
    /// Things rated.
    Ratings,
    /// Votes counted.
    Votes,
    /// Changes without somebody who answers for them.
    Unowned,
    /// Things of no known sort.
    Unsorted,
    /// Units of people who are here, with no line in this exercise.
    Unheard,
    /// Units of people who are here, with no effect named for them in this exercise.
    Untouched,
}

/// What has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// At least so many.
    AtLeast(Measure, u16),
    /// At most so many.
    AtMost(Measure, u16),
    /// The exercise has run for so many minutes.
    Minutes(u16),
    /// The exercise has reached this step, from 1.
    FromStep(u16),
}

impl Condition {
    /// What it counts, if it counts anything.
    pub const fn counts(self) -> Option<Measure> {
        match self {
            Condition::AtLeast(measure, _) | Condition::AtMost(measure, _) => Some(measure),
            Condition::Minutes(_) | Condition::FromStep(_) => None,
        }
    }
}

/// What an exercise should have before it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What is counted.
    pub measure: Measure,
    /// How many are enough.
    pub least: u16,
    /// What they are called: "effects one step further on".
    pub words: String,
    /// For a room alone, or for one person alone; for both when it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Mode>,
}

/// Something to point out to whoever holds the keyboard, and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nudge {
    /// All of this has to hold.
    pub when: Vec<Condition>,
    /// What is pointed out, with blanks as in a prompt, and `{count}` for what the first condition counted.
    pub say: String,
    /// For a room alone, or for one person alone; for both when it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Mode>,
}
