use super::LineMark;

/// What the next line may be sealed over: the chain of marks, followed through damage.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    /// The nearest mark above, as it is written.
    written: Option<LineMark>,
    /// What that mark should be, if every text since the last proven line is as it was.
    computed: Option<LineMark>,
}

/// How a line is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// Over the mark above as it is written.
    AsWritten,
    /// Over the mark above as it should be: the texts above are right and their marks are damaged.
    AsComputed,
}

impl Chain {
    /// Whether `mark` is the right one for `text` in this place. Below no mark at all nothing is proven.
    pub(super) fn proof(&self, text: &[u8], mark: LineMark) -> Option<Proof> {
        let over = |above: Option<LineMark>| above.is_some() && LineMark::seal(above, text) == mark;
        if over(self.written) {
            return Some(Proof::AsWritten);
        }
        (self.computed != self.written && over(self.computed)).then_some(Proof::AsComputed)
    }

    /// The mark that `text` should have in this place.
    pub(super) fn mark_for(&self, text: &[u8]) -> LineMark {
        LineMark::seal(self.computed, text)
    }

    /// Goes past a proven line, or past one whose text is gone: only its mark is left to hold on to.
    pub(super) fn hold_on_to(&mut self, mark: LineMark) {
        self.written = Some(mark);
        self.computed = Some(mark);
    }

    /// Goes past a line that is not proven: perhaps its text changed, perhaps its mark.
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
