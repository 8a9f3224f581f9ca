use crate::graph::{Evidence, Key};
use crate::record::Relation;

use super::{Band, FindingDraft, FurtherReading, Lens, Lesson, Pattern, State, Treatment};

/// A finding: an observation of a lens about a graph, with the question it asks the room.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The lens that made it.
    pub lens: &'static Lens,
    /// Its pattern, if the lens makes several.
    pub pattern: Option<Pattern>,
    /// The keys of the things it is about, in the lens's own order. They stay the same after rewording and replay.
    pub about: Vec<Key>,
    /// Its severity, from 0 to 100. It is for ordering and is no measurement.
    pub severity: u8,
    /// One sentence to read aloud.
    pub says: String,
    /// The question it asks the room.
    pub ask: String,
    /// The arrows it rests on, each once, in order.
    pub arrows: Vec<(Key, Key, Relation)>,
    /// What was said about these arrows, in order.
    pub evidence: Vec<Evidence>,
    /// The number of its arrows that are guesses.
    pub guesses: usize,
    /// The number of its arrows that rest on imported files alone.
    pub imported: usize,
    /// Its state: open, held, judged or gone.
    pub state: State,
    /// Its place among the findings, as `rank` defines it: a larger one is told earlier.
    pub rank: i32,
    /// The other readings that say the same and were merged into it.
    pub further: Vec<FurtherReading>,
}

impl Finding {
    /// Makes an open finding from a lens's draft.
    pub(super) fn of(lens: &'static Lens, draft: FindingDraft) -> Self {
        let FindingDraft { pattern, about, severity, says, ask, arrows, evidence, guesses, imported } = draft;
        let (state, rank, further) = (State::Open, 0, Vec::new());
        Self { lens, pattern, about, severity, says, ask, arrows, evidence, guesses, imported, state, rank, further }
    }

    /// Returns the lenses and patterns that read it: its own, then those that were merged into it.
    pub fn readings(&self) -> impl Iterator<Item = (&'static Lens, Option<Pattern>)> {
        let further = self.further.iter().map(|reading| (reading.lens, reading.pattern));
        [(self.lens, self.pattern)].into_iter().chain(further)
    }

    /// Returns the band of its severity.
    pub const fn band(&self) -> Band {
        Band::of(self.severity)
    }

    /// Returns how it is offered, told and explained.
    pub fn treatment(&self) -> Treatment {
        (self.lens.treats)(self.pattern)
    }

    /// Returns what it is called, who described it, and why it matters.
    pub fn lesson(&self) -> Lesson {
        self.treatment().lesson
    }

    /// Returns its identity: lens, pattern and the things it is about. It stays the same after rewording and replay.
    pub fn key(&self) -> String {
        let about: Vec<&str> = self.about.iter().map(Key::as_str).collect();
        let pattern = self.pattern.map(|pattern| format!(" {}", pattern.name())).unwrap_or_default();
        format!("{}{pattern}: {}", self.lens.name(), about.join(" | "))
    }
}
