use crate::graph::{Evidence, Key};
use crate::record::Relation;

use super::{Band, FindingDraft, Lens, Lesson, Pattern, State, Treatment};

/// Something a lens sees in what was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which lens.
    pub lens: &'static Lens,
    /// What sort of finding, where the lens makes several.
    pub pattern: Option<Pattern>,
    /// The things it is about, in the lens's own order; they outlive rewording and replay.
    pub about: Vec<Key>,
    /// How much it weighs, from 0 to 100; it orders, and does not measure.
    pub severity: u8,
    /// One sentence to read aloud.
    pub says: String,
    /// The question it asks.
    pub ask: String,
    /// The arrows it rests on, each once, in order.
    pub arrows: Vec<(Key, Key, Relation)>,
    /// What was said about them, in order.
    pub evidence: Vec<Evidence>,
    /// How many of its arrows are guesses.
    pub guesses: usize,
    /// Where it stands.
    pub state: State,
}

impl Finding {
    /// The finding that a lens drafted; it is open.
    pub(super) fn of(lens: &'static Lens, draft: FindingDraft) -> Self {
        let FindingDraft { pattern, about, severity, says, ask, arrows, evidence, guesses } = draft;
        Self { lens, pattern, about, severity, says, ask, arrows, evidence, guesses, state: State::Open }
    }

    /// Its band.
    pub const fn band(&self) -> Band {
        Band::of(self.severity)
    }

    /// How it is offered, told and taught.
    pub fn treatment(&self) -> Treatment {
        (self.lens.treats)(self.pattern)
    }

    /// What it is called, who described it, and why it matters.
    pub fn lesson(&self) -> Lesson {
        self.treatment().lesson
    }

    /// What it is known by: lens, pattern and what it is about. Rewording and replay leave it alone.
    pub fn key(&self) -> String {
        let about: Vec<&str> = self.about.iter().map(Key::as_str).collect();
        let pattern = self.pattern.map(|pattern| format!(" {}", pattern.name())).unwrap_or_default();
        format!("{}{pattern}: {}", self.lens.name(), about.join(" | "))
    }
}
