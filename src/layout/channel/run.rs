/// The columns at which a link enters the channel above and leaves it below.
pub(in crate::layout) type ColumnPair = (usize, usize);

/// The path of a link from its upper column to its lower one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::layout) enum LinkPath {
    /// Straight down.
    #[default]
    Straight,
    /// Along one track.
    Level(usize),
    /// Along a track to a column between, down there, and along a second track.
    Detour { first: usize, column: usize, second: usize },
}

/// A level run along one track, from the column it comes down on to the column it goes down on.
#[derive(Clone, Debug, Default)]
pub(super) struct LevelRun {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The runs that must lie above it, because they leave the column it arrives at.
    pub(super) after: Vec<usize>,
}

impl LevelRun {
    pub(super) fn span(&self) -> (usize, usize) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    const fn leads_right(&self) -> bool {
        self.from < self.to
    }

    /// Whether this one is better above the other: both lead in the same direction, and below they would meet twice.
    pub(super) fn is_better_above(&self, other: &Self) -> bool {
        match (self.leads_right(), other.leads_right()) {
            (true, true) => other.from < self.from && self.from <= other.to && other.to < self.to,
            (false, false) => self.from < other.from && other.to <= self.from && self.to < other.to,
            _ => false,
        }
    }
}
