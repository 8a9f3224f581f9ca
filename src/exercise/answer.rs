use serde::{Deserialize, Serialize};

use crate::record::Slot;

/// What a step asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answer {
    /// A sentence.
    Text,
    /// One thing, known or new; it becomes what the exercise is about.
    Pick,
    /// Arrows between things.
    Arrows,
    /// One to five on each of these scales; a scale without a name is the only one.
    Rating {
        /// What is rated: ease, worth.
        scales: Vec<String>,
    },
    /// A show of hands, counted for each option.
    Vote {
        /// What can be voted for; when empty, what the step walks over.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        options: Vec<String>,
    },
    /// Dots set on what the step walks over.
    Dots {
        /// How many each person has.
        each: u16,
    },
    /// What the step walks over is put into these places, one thing each.
    Ranking {
        /// The places, first to last; when empty, as many as there are things.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        places: Vec<String>,
    },
    /// Something seen, with a number and its unit where there is one.
    Number,
    /// Right, nearly or no, on the arrow the step stands at; without one, on the latest arrow.
    Stance,
    /// A rule of the behaviour charter.
    Slot(Slot),
    /// Who does what by when.
    Commitment,
    /// Proceed, proceed with a guard, wait for something, stop, or not at all.
    Decision,
    /// A factor to watch: from which level on, who sees it first, who acts.
    Watch,
    /// A slip from everybody about how they lead, typed unnamed; the room sees how many chose what.
    Slips,
    /// What became of it: done, moved to another day, dropped aloud, or answered.
    Settle,
}

/// What a step walks over, one after the other: what earlier steps and sessions have left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Seed {
    /// Every AI change that was not stopped.
    Initiatives,
    /// Arrows from one unit into another, the strongest first.
    Crossings,
    /// Loops among the arrows, the shortest first.
    Loops,
    /// Two changes that share something.
    Shared,
    /// Two changes that push one thing in opposite directions.
    Clashes,
    /// What one change makes and another one needs, with no arrow between them.
    Supplies,
    /// What people are rewarded for.
    Incentives,
    /// What people say, with nobody who has answered it.
    Worries,
    /// What the changes are for.
    Purposes,
    /// The answers shown together in this exercise.
    Shown,
    /// Places to push that were named in this exercise.
    Candidates,
    /// What was seen to move.
    Observed,
    /// Effects that were said to come by now.
    Predictions,
    /// Who wanted to do what by when.
    Promises,
    /// Units and people whom an arrow reaches.
    Affected,
    /// What was put aside.
    Parked,
}

impl Seed {
    /// The blanks that a step over this fills, beside those that every step has.
    ///
    /// `subject` says what the step stands at in a phrase. Of two changes, `a` and `b` are the changes and `thing` is
    /// what lies between them; of what one makes and the other needs, `a` makes it. Of a crossing, `a` and `b` are the
    /// units and `thing` is what the arrow ends at. Of a reward, `thing` is what it pays for: "less Handle time"; of
    /// what was seen to move, more or less of it: "less Customer trust".
    pub const fn blanks(self) -> &'static [&'static str] {
        match self {
            Seed::Crossings | Seed::Shared | Seed::Clashes | Seed::Supplies => &["subject", "a", "b", "thing"],
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
