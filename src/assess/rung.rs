/// One of the five rungs of a ladder. The scale of the instrument says what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rung(u8);

impl Rung {
    /// Every rung, the lowest first.
    pub const ALL: [Rung; 5] = [Rung(1), Rung(2), Rung(3), Rung(4), Rung(5)];

    /// The rung for this number of whole rungs; at least the first.
    pub(super) fn reached(whole: u32) -> Self {
        Self::ALL.into_iter().rev().find(|rung| u32::from(rung.0) <= whole).unwrap_or(Rung(1))
    }

    /// Counted from 1.
    pub const fn number(self) -> u8 {
        self.0
    }
}
