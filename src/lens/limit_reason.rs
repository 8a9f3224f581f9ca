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
}
