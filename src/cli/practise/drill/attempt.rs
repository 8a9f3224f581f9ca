use super::missed::Missed;

/// What came of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attempt {
    /// The line as it was read back; empty when nothing was typed.
    pub(crate) read_back: String,
    /// What the line should have said and did not.
    pub(crate) missed: Vec<Missed>,
    /// How long it took, in milliseconds.
    pub(crate) took: u64,
}

impl Attempt {
    /// Whether nothing was typed.
    pub(crate) const fn is_skipped(&self) -> bool {
        self.read_back.is_empty()
    }

    /// Whether all of the sentence was caught.
    pub(crate) const fn is_whole(&self) -> bool {
        !self.is_skipped() && self.missed.is_empty()
    }

    /// Whether what was said was caught, if not how strong, how soon or how sure it is.
    pub(crate) fn is_caught(&self) -> bool {
        !self.is_skipped() && self.missed.iter().all(|missed| missed.aspect.is_detail())
    }
}
