use strum::IntoStaticStr;

/// Why something is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum LimitReason {
    /// Loops with more arrows than are looked at.
    LongLoops,
    /// Loops beyond the maximum number; the shortest are listed.
    MoreLoops,
    /// The search for loops ended early.
    LoopSearch,
    /// Instances of one archetype beyond the maximum number; the heaviest are listed.
    MoreStories,
    /// The search for paths from a thing ended early.
    PathSearch,
    /// Places to act beyond the maximum number; those that reach furthest are listed.
    MorePlaces,
    /// Arrows that one person alone, or one unit alone, has claimed, beyond the maximum number.
    MoreUntested,
    /// Gaps beyond the maximum number; the widest are listed.
    MoreGaps,
    /// Pairs of changes that do one job, beyond the maximum number.
    MoreTwins,
    /// Findings of one pattern that rest on imported files alone, beyond the maximum number.
    MoreListed,
    /// Things that so many listed changes move that these are not compared with one another.
    Crowd,
}

impl LimitReason {
    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it belongs to a list that holds only the first few by design.
    pub const fn is_of_a_short_list(self) -> bool {
        matches!(self, Self::MorePlaces | Self::MoreUntested | Self::MoreGaps)
    }

    /// Whether loops are left out.
    pub const fn is_about_loops(self) -> bool {
        matches!(self, Self::LongLoops | Self::MoreLoops | Self::LoopSearch)
    }
}
