/// What sort of finding a lens made, where it makes several sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// No route is named; or a purpose that nothing rewards.
    Hope,
    /// A measure under strain.
    Strain,
    /// Every route goes the other way.
    Backfire,
    /// Every route is a guess.
    Thin,
    /// An arrow as a place to act.
    Edge,
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
    /// Every pattern.
    pub const ALL: [Pattern; 27] = [
        Pattern::Reinforcing,
        Pattern::Balancing,
        Pattern::Open,
        Pattern::FixesThatFail,
        Pattern::ShiftingTheBurden,
        Pattern::LimitsToSuccess,
        Pattern::GrowthAndUnderinvestment,
        Pattern::SuccessToTheSuccessful,
        Pattern::TragedyOfTheCommons,
        Pattern::AccidentalAdversaries,
        Pattern::Escalation,
        Pattern::DriftingGoals,
        Pattern::Near,
        Pattern::Unconfirmed,
        Pattern::Late,
        Pattern::PileUp,
        Pattern::Hope,
        Pattern::Strain,
        Pattern::Backfire,
        Pattern::Thin,
        Pattern::Edge,
        Pattern::Forum,
        Pattern::Purpose,
        Pattern::Hub,
        Pattern::Untested,
        Pattern::Echo,
        Pattern::Gap,
    ];

    /// The pattern with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pattern| pattern.name() == name)
    }

    /// Its name, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Pattern::Reinforcing => "reinforcing",
            Pattern::Balancing => "balancing",
            Pattern::Open => "open",
            Pattern::FixesThatFail => "fixes-that-fail",
            Pattern::ShiftingTheBurden => "shifting-the-burden",
            Pattern::LimitsToSuccess => "limits-to-success",
            Pattern::GrowthAndUnderinvestment => "growth-and-underinvestment",
            Pattern::SuccessToTheSuccessful => "success-to-the-successful",
            Pattern::TragedyOfTheCommons => "tragedy-of-the-commons",
            Pattern::AccidentalAdversaries => "accidental-adversaries",
            Pattern::Escalation => "escalation",
            Pattern::DriftingGoals => "drifting-goals",
            Pattern::Near => "near",
            Pattern::Unconfirmed => "unconfirmed",
            Pattern::Late => "late",
            Pattern::PileUp => "pile-up",
            Pattern::Hope => "hope",
            Pattern::Strain => "strain",
            Pattern::Backfire => "backfire",
            Pattern::Thin => "thin",
            Pattern::Edge => "edge",
            Pattern::Forum => "forum",
            Pattern::Purpose => "purpose",
            Pattern::Hub => "hub",
            Pattern::Untested => "untested",
            Pattern::Echo => "echo",
            Pattern::Gap => "gap",
        }
    }
}
