use serde::{Deserialize, Serialize};

use super::StepId;

/// How many raised a hand, set a dot or wrote this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hands {
    /// The option.
    pub option: String,
    /// How many.
    pub count: u16,
}

/// How answers are collected that nobody sees until they are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Way {
    /// The keyboard goes round.
    #[default]
    Passing,
    /// The scribe types what stands on unnamed slips.
    Slips,
    /// The scribe types what is counted, and the room sees it when all is in.
    Count,
}

/// A round of answers that nobody sees until they are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collecting {
    /// How.
    pub way: Way,
    /// How many are awaited, if anybody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaited: Option<u16>,
}

/// What a round has collected so far. Kept in `private/`, never in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hidden {
    /// The step that asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// How they are collected.
    pub collecting: Collecting,
    /// The answers, shuffled anew with every one that comes.
    pub entries: Vec<String>,
    /// Answers that will be parked instead of shown with the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aside: Vec<String>,
    /// How many came in, whatever was merged, put aside or dropped since.
    #[serde(default)]
    pub came_in: u16,
}

impl Hidden {
    /// A round that has collected nothing yet.
    pub const fn new(step: Option<StepId>, collecting: Collecting) -> Self {
        Self { step, collecting, entries: Vec::new(), aside: Vec::new(), came_in: 0 }
    }

    /// Takes in answers.
    pub fn collect(&mut self, answers: impl IntoIterator<Item = String>) {
        let before = self.entries.len();
        self.entries.extend(answers);
        let more = u16::try_from(self.entries.len() - before).unwrap_or(u16::MAX);
        self.came_in = self.came_in.saturating_add(more);
    }

    /// How many answers came in: so many people may have written what is shown.
    pub fn count(&self) -> usize {
        usize::from(self.came_in).max(self.entries.len())
    }
}

/// What the room looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum View {
    /// The question, and the last line as it was read back.
    #[default]
    Talk,
    /// A thing, what leads into it and what it leads to.
    Around(String),
    /// What was put aside.
    Parked,
    /// Questions to take away.
    Questions,
    /// Who does what by when.
    Promises,
    /// What is planned for the session.
    Agenda,
    /// Nothing but the title and the clock.
    Curtain,
}
