use strum::{EnumString, IntoStaticStr};

/// The sort of a finding, for lenses that make several sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Pattern {
    /// A reinforcing loop: each lap makes the next one stronger.
    Reinforcing,
    /// A balancing loop: it works against its own changes.
    Balancing,
    /// A loop on which at least one sign is open.
    Open,
    /// Fixes that fail: a fix eases a problem now and brings it back later.
    FixesThatFail,
    /// Shifting the burden: each use of the quick fix makes the lasting fix less likely.
    ShiftingTheBurden,
    /// Limits to success: growth meets a limit.
    LimitsToSuccess,
    /// Growth and underinvestment: capacity arrives after it was needed.
    GrowthAndUnderinvestment,
    /// Success to the successful: resources go to the one that already had some.
    SuccessToTheSuccessful,
    /// Tragedy of the commons: many units draw on a scarce resource, and no forum joins them.
    TragedyOfTheCommons,
    /// Accidental adversaries: two initiatives harm each other's aims without intent.
    AccidentalAdversaries,
    /// Escalation: each side answers the other by doing more.
    Escalation,
    /// Drifting goals: missing a goal lowers the goal.
    DriftingGoals,
    /// An archetype of which one part is missing.
    Near,
    /// A need to which nobody from the supplier's unit has said yes.
    Unconfirmed,
    /// A need whose supply arrives after it is needed.
    Late,
    /// Several initiatives that begin at about the same time and affect one party.
    PileUp,
    /// An aim to which no path leads; or an aim that no reward pays for.
    Hope,
    /// A measure that is rewarded and can be moved without helping what it stands for.
    Strain,
    /// An aim that every path moves in the opposite direction.
    Backfire,
    /// An aim whose paths are all guesses.
    Thin,
    /// An arrow as a place to act.
    #[strum(serialize = "edge")]
    Arrow,
    /// A forum as a place to act.
    Forum,
    /// A purpose as a place to act.
    Purpose,
    /// Changes of lists that have one name and several owners.
    SameName,
    /// Changes of lists that are things of one sort, such as chatbots, in several units.
    OneSort,
    /// Two ways from one thing to another that push it in opposite directions.
    BothDirections,
    /// One unit owns many of the forums and scarce resources.
    Hub,
    /// An arrow that only one person has claimed.
    Untested,
    /// An arrow that only people of one unit have claimed.
    Echo,
    /// A thing or an arrow that lacks what its kind usually has.
    Gap,
    /// Units with many listed changes of which nobody said what they change.
    UnsaidEffects,
    /// Units with many listed changes of which nobody said how far along they are.
    UnsaidStatus,
    /// Units with many listed changes of which nobody said what they live on.
    UnsaidNeeds,
    /// Units with many listed changes of which nobody said what they are for.
    UnsaidAims,
}

impl Pattern {
    /// Returns the pattern with this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// Whether it says only that something is not named yet.
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::Gap | Self::UnsaidEffects | Self::UnsaidStatus | Self::UnsaidNeeds | Self::UnsaidAims)
    }

    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
