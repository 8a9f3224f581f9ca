use super::LineMark;

/// The chain of marks, followed through damage: the mark over which the next line may be sealed.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    /// The nearest mark above, as it is written.
    written: Option<LineMark>,
    /// The mark that should stand there, if no text since the last proven line has changed.
    computed: Option<LineMark>,
}

/// How the mark of a line proves its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// The line is sealed over the mark above as that is written.
    AsWritten,
    /// The line is sealed over the mark above as that should be: so the texts above are right, and their marks are
    /// damaged.
    AsComputed,
}

impl Chain {
    /// Returns how `mark` proves `text` at this place; `None` when it does not, or when no mark stands above.
    pub(super) fn proof(&self, text: &[u8], mark: LineMark) -> Option<Proof> {
        let over = |above: Option<LineMark>| above.is_some() && LineMark::seal(above, text) == mark;
        if over(self.written) {
            return Some(Proof::AsWritten);
        }
        (self.computed != self.written && over(self.computed)).then_some(Proof::AsComputed)
    }

    /// Returns the mark that `text` should have at this place.
    pub(super) fn mark_for(&self, text: &[u8]) -> LineMark {
        LineMark::seal(self.computed, text)
    }

    /// Continues the chain after a proven line, or after a line of which only the mark is left.
    pub(super) fn hold_on_to(&mut self, mark: LineMark) {
        self.written = Some(mark);
        self.computed = Some(mark);
    }

    /// Continues the chain after a line that is not proven: either its text or its mark may have changed.
    pub(super) fn pass(&mut self, written: Option<LineMark>, computed: LineMark) {
        self.written = written.or(self.written);
        self.computed = Some(computed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(mark: LineMark) -> Chain {
        Chain { written: Some(mark), computed: Some(mark) }
    }

    #[test]
    fn a_line_below_a_damaged_mark_proves_the_text_above() {
        let top = LineMark::seal(None, b"top");
        let right = LineMark::seal(Some(top), b"one,");
        let mut chain = below(top);
        chain.pass(Some(LineMark::seal(None, b"noise")), right);
        assert_eq!(chain.proof(b"two,", LineMark::seal(Some(right), b"two,")), Some(Proof::AsComputed));
    }

    #[test]
    fn a_line_below_a_changed_text_is_proven_by_the_mark_that_stayed() {
        let top = LineMark::seal(None, b"top");
        let written = LineMark::seal(Some(top), b"one,");
        let mut chain = below(top);
        chain.pass(Some(written), chain.mark_for(b"changed,"));
        assert_eq!(chain.proof(b"two,", LineMark::seal(Some(written), b"two,")), Some(Proof::AsWritten));
        assert_eq!(chain.proof(b"2,", LineMark::seal(Some(written), b"two,")), None);
    }
}
