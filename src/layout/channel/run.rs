/// The column at which a link enters a channel at the top, and the one at which it leaves the channel at the bottom.
pub(in crate::layout) type ColumnPair = (usize, usize);

/// The path of a link from its upper column to its lower one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::layout) enum LinkPath {
    /// The link runs straight down.
    #[default]
    Straight,
    /// The link runs along this track.
    Level(usize),
    /// The link runs along the track `first`, down on `column`, and along the track `second`.
    Detour { first: usize, column: usize, second: usize },
}

/// The level part of a link on one track, from the column on which the link comes down to the track to the column on
/// which it goes down from the track.
#[derive(Clone, Debug, Default)]
pub(super) struct LevelRun {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The runs that must lie above this one, because they begin at the column at which it ends.
    pub(super) after: Vec<usize>,
}

impl LevelRun {
    pub(super) fn span(&self) -> (usize, usize) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    const fn leads_right(&self) -> bool {
        self.from < self.to
    }

    /// Whether this run should lie above the other: both lead in the same direction, and in the opposite order they
    /// would meet twice.
    pub(super) fn is_better_above(&self, other: &Self) -> bool {
        match (self.leads_right(), other.leads_right()) {
            (true, true) => other.from < self.from && self.from <= other.to && other.to < self.to,
            (false, false) => self.from < other.from && other.to <= self.from && self.to < other.to,
            _ => false,
        }
    }
}
