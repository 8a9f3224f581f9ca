use super::missed::Missed;

/// The result of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    /// How the line was read; empty when nothing was typed.
    pub(crate) read_back: String,
    /// What the line lacks.
    pub(crate) missed: Vec<Missed>,
    /// How long it took, in milliseconds.
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

    /// Whether nothing is missing but details: how strong, how soon or how sure it is.
    pub(crate) fn is_caught(&self) -> bool {
        !self.is_skipped() && self.missed.iter().all(|missed| missed.aspect.is_detail())
    }
}
