use super::missed::Missed;

/// What became of a typed line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Became {
    /// Facts were recorded.
    Recorded,
    /// The line stays text, and a reading is offered, which one key takes.
    Offered,
    /// The line stays text.
    #[default]
    Text,
}

/// The result of one sentence of the drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    /// How the line was read; empty when nothing was typed.
    pub(crate) read_back: String,
    /// What became of the line.
    pub(crate) became: Became,
    /// The parts of the sentence that are missing on the line.
    pub(crate) missed: Vec<Missed>,
    /// The time that the user took to type the line, in milliseconds.
    pub(crate) took: u64,
}

impl Attempt {
    /// Whether nothing was typed.
    pub(crate) const fn is_skipped(&self) -> bool {
        self.read_back.is_empty()
    }

    /// Whether nothing is missing.
    pub(crate) const fn is_whole(&self) -> bool {
        !self.is_skipped() && self.missed.is_empty()
    }

    /// Whether nothing is missing except details: strength, delay or basis.
    pub(crate) fn is_caught(&self) -> bool {
        !self.is_skipped() && self.missed.iter().all(|missed| missed.aspect.is_detail())
    }
}
