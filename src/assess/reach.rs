use super::level::Level;
use super::score::LevelScores;

/// Where somebody leads from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This level and all below it hold.
    From(Level),
    /// Leading self does not hold yet.
    NotYet,
    /// There is not enough to say about leading self.
    Unknown,
}

/// Three levels that do not rise one from the other; they are said, never averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnevenLevels {
    /// Teams or systems hold, and leading self does not.
    ShakyHabit,
    /// Self and systems hold, and teams between them do not.
    ThinMiddle,
}

impl LevelScores {
    /// The highest level that holds together with every level below it.
    pub fn reach(&self) -> Reach {
        let reached = Level::ALL.into_iter().take_while(|level| self.holds(*level) == Some(true)).last();
        match (reached, self.holds(Level::Oneself)) {
            (Some(level), _) => Reach::From(level),
            (None, Some(_)) => Reach::NotYet,
            (None, None) => Reach::Unknown,
        }
    }

    /// Whether a level holds above one that does not, and how; nothing when the levels rise one from the other.
    pub fn uneven(&self) -> Option<UnevenLevels> {
        match Level::ALL.map(|level| self.holds(level)) {
            [Some(false), Some(true), _] | [Some(false), _, Some(true)] => Some(UnevenLevels::ShakyHabit),
            [Some(true), Some(false), Some(true)] => Some(UnevenLevels::ThinMiddle),
            _ => None,
        }
    }

    fn holds(&self, level: Level) -> Option<bool> {
        self.level(level)?.holds()
    }
}

impl Reach {
    /// The level, if there is one.
    pub const fn level(self) -> Option<Level> {
        match self {
            Reach::From(level) => Some(level),
            Reach::NotYet | Reach::Unknown => None,
        }
    }

    /// A sentence about it.
    pub fn says(self) -> String {
        match self {
            Reach::From(level) => format!("You lead from: {}.", level.name()),
            Reach::NotYet => "You lead from none of the three yet: Self is the ground the others stand on.".to_owned(),
            Reach::Unknown => "Where you lead from: not enough to say, too little was answered about Self.".to_owned(),
        }
    }
}

impl UnevenLevels {
    /// A sentence about it.
    pub const fn says(self) -> &'static str {
        match self {
            UnevenLevels::ShakyHabit => {
                "Strong structures, shaky habit: what you built carries more than what you do yourself."
            }
            UnevenLevels::ThinMiddle => {
                "Strong at both ends, thin in the middle: what you and the system do, the team does not."
            }
        }
    }
}
