use serde::{Deserialize, Serialize};

use crate::record::Slot;

/// The kind of answer that a step asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answer {
    /// A sentence in free text.
    Text,
    /// One thing, known or new, which becomes the focus of the exercise.
    Pick,
    /// Arrows between things.
    Arrows,
    /// A rating from 1 to 5 on each of these scales; a single scale may have an empty name.
    Rating {
        /// The names of the scales, such as ease and worth.
        scales: Vec<String>,
    },
    /// A vote by show of hands, counted for each option.
    Vote {
        /// The options; when empty, the subjects of the step are the options.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        options: Vec<String>,
    },
    /// Dots that each person sets on the subjects of the step.
    Dots {
        /// How many dots each person has.
        each: u16,
    },
    /// The subjects of the step are put into these places, one in each.
    Ranking {
        /// The places, first to last; when empty, there are as many places as subjects.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        places: Vec<String>,
    },
    /// An observation, with a number and its unit if there is one.
    Number,
    /// A position (right, nearly or no) on the arrow of the current subject, or on the latest arrow when there is no
    /// subject.
    Stance,
    /// A rule of the behaviour charter.
    Slot(Slot),
    /// A commitment: who does what by when.
    Commitment,
    /// A decision: proceed, proceed with a guard, wait, stop, or will not.
    Decision,
    /// A factor to watch, with its threshold, who sees it first and who acts.
    Watch,
    /// A slip from everybody about how they lead, typed without a name; the room sees only how many gave each answer.
    Slips,
    /// The outcome of an open matter: done, moved to another day, dropped aloud, or answered.
    Settle,
}

/// The source of a step's subjects, which the step asks about one after the other; earlier steps and sessions supply
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Seed {
    /// Every initiative that was not stopped.
    Initiatives,
    /// The arrows from one unit to another, strongest first.
    Crossings,
    /// The loops among the arrows, shortest first.
    Loops,
    /// The pairs of initiatives that have things in common.
    Shared,
    /// The pairs of initiatives that push one thing in opposite directions.
    Clashes,
    /// The things that one initiative makes and another one needs, with no arrow to bring them there.
    Supplies,
    /// The incentives: what people are rewarded for.
    Incentives,
    /// The sentences people say that nobody has answered.
    Worries,
    /// The purposes of the initiatives.
    Purposes,
    /// The hidden answers that were shown together in this exercise.
    Shown,
    /// The places to push that were named in this exercise.
    Candidates,
    /// The factors that were seen to move.
    Observed,
    /// The effects whose time has come, according to those who claimed them.
    Predictions,
    /// The open commitments: who wanted to do what by when.
    Promises,
    /// The units and people at whom an arrow ends.
    Affected,
    /// The parked items.
    Parked,
    /// The arrows on which tables of one gathering take different sides.
    Contradictions,
}

impl Seed {
    /// Returns the names of the blanks that a step with this seed fills, beside those that every step has.
    ///
    /// `subject` is a phrase for the current subject. For two initiatives, `a` and `b` are the initiatives and `thing`
    /// is what lies between them; for a supply, `a` makes it. For a contradiction, `a` and `b` are tables. For a crossing, `a` and `b` are the units and `thing` is
    /// the end of the arrow. For an incentive, `thing` is what it pays for: "less Handle time"; for an observed factor,
    /// more or less of it: "less Customer trust".
    pub const fn blanks(self) -> &'static [&'static str] {
        match self {
            Seed::Crossings | Seed::Shared | Seed::Clashes | Seed::Supplies | Seed::Contradictions => {
                &["subject", "a", "b", "thing"]
            }
            Seed::Incentives | Seed::Predictions | Seed::Observed => &["subject", "thing"],
            Seed::Initiatives
            | Seed::Loops
            | Seed::Worries
            | Seed::Purposes
            | Seed::Shown
            | Seed::Candidates
            | Seed::Promises
            | Seed::Affected
            | Seed::Parked => &["subject"],
        }
    }
}
