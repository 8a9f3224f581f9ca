use strum::{EnumString, IntoStaticStr};

/// What sort of finding a lens made, where it makes several sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Pattern {
    /// Each lap makes the next one stronger.
    Reinforcing,
    /// It pushes back on itself.
    Balancing,
    /// It would be a loop if one sign were known.
    Open,
    /// A fix that eases now brings it back later.
    FixesThatFail,
    /// Each use of the quick fix makes the lasting one less likely.
    ShiftingTheBurden,
    /// Growth runs into a limit.
    LimitsToSuccess,
    /// Capacity arrives after it is needed.
    GrowthAndUnderinvestment,
    /// It goes where it already went.
    SuccessToTheSuccessful,
    /// Many draw on what nobody holds.
    TragedyOfTheCommons,
    /// Two undo each other without meaning to.
    AccidentalAdversaries,
    /// Each answers the other by doing more.
    Escalation,
    /// What is missed moves the target.
    DriftingGoals,
    /// A pattern of which one part is missing.
    Near,
    /// Nobody from the supplier's side has confirmed it.
    Unconfirmed,
    /// It arrives after it is needed.
    Late,
    /// Several changes land on one party at one time.
    PileUp,
    /// No path to the aim is named; or nothing rewards a purpose.
    Hope,
    /// A measure under strain.
    Strain,
    /// Every path moves the aim in the other direction.
    Backfire,
    /// Every path is a guess.
    Thin,
    /// An arrow as a place to act.
    #[strum(serialize = "edge")]
    Arrow,
    /// A forum as a place to act.
    Forum,
    /// A purpose as a place to act.
    Purpose,
    /// One party holds much of what is short.
    Hub,
    /// Only one person has said so.
    Untested,
    /// Only one unit has said so.
    Echo,
    /// Something a thing of its kind usually has is not named yet.
    Gap,
}

impl Pattern {
    /// The pattern with this name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// Its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
