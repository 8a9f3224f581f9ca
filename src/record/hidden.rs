use serde::{Deserialize, Serialize};

use super::{Collecting, Fact, Session, StepId};

/// The answers that a round of hidden answers has collected so far. Stored in `private/`, never in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hidden {
    /// The step that asked; `None` outside of any step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// How the answers are collected.
    pub collecting: Collecting,
    /// The answers, shuffled again whenever one is added.
    pub entries: Vec<String>,
    /// Answers that will be parked instead of shown with the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aside: Vec<String>,
    /// How many answers were given, including those that were merged, parked or dropped later.
    #[serde(default)]
    pub came_in: u16,
    /// The number of the event that began the round; `None` in older files, which do not store it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<u64>,
}

impl Hidden {
    /// Creates a round without answers.
    pub const fn new(step: Option<StepId>, collecting: Collecting) -> Self {
        Self { step, collecting, entries: Vec::new(), aside: Vec::new(), came_in: 0, begun: None }
    }

    /// Adds answers and counts them.
    pub fn collect(&mut self, answers: impl IntoIterator<Item = String>) {
        let before = self.entries.len();
        self.entries.extend(answers);
        let more = u16::try_from(self.entries.len() - before).unwrap_or(u16::MAX);
        self.came_in = self.came_in.saturating_add(more);
    }

    /// Whether the record says that the answers were shown or dropped. Older files do not store the event that began
    /// the round; for them, the shown texts are compared with the collected ones.
    pub fn is_over(&self, session: &Session) -> bool {
        let facts =
            |after: u64| session.events().iter().filter(move |event| event.seq > after).flat_map(|event| &event.facts);
        match self.begun {
            Some(begun) => facts(begun).any(|fact| matches!(fact, Fact::Revealed { .. } | Fact::Discarded)),
            None if self.entries.is_empty() && self.aside.is_empty() => session.collecting().is_none(),
            None => facts(0).any(|fact| matches!(fact, Fact::Revealed { texts } if same(texts, &self.entries))),
        }
    }

    /// Returns how many answers were given: at most this many people wrote the answers that are shown.
    pub fn count(&self) -> usize {
        usize::from(self.came_in).max(self.entries.len())
    }
}

/// Whether two lists hold the same texts in any order.
fn same(one: &[String], other: &[String]) -> bool {
    let sorted = |texts: &[String]| {
        let mut texts = texts.to_vec();
        texts.sort();
        texts
    };
    sorted(one) == sorted(other)
}
