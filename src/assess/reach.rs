use super::level::Level;
use super::score::LevelScores;

/// The level that a person leads from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The highest level that holds together with all levels below it.
    From(Level),
    /// Leading self does not hold yet.
    NotYet,
    /// Too little was answered about leading self.
    Unknown,
}

/// Levels that do not rest on the levels below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnevenLevels {
    /// Teams or systems hold, but self does not.
    ShakyHabit,
    /// Self and systems hold, but teams between them does not.
    ThinMiddle,
}

impl LevelScores {
    /// Returns the highest level that holds together with all levels below it.
    pub fn reach(&self) -> Reach {
        let reached = Level::ALL.into_iter().take_while(|level| self.holds(*level) == Some(true)).last();
        match (reached, self.holds(Level::Oneself)) {
            (Some(level), _) => Reach::From(level),
            (None, Some(_)) => Reach::NotYet,
            (None, None) => Reach::Unknown,
        }
    }

    /// Returns how a level holds above one that does not; `None` if no level does.
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
    /// Returns the level; `None` unless a level was reached.
    pub const fn level(self) -> Option<Level> {
        match self {
            Reach::From(level) => Some(level),
            Reach::NotYet | Reach::Unknown => None,
        }
    }

    /// Says the reach in a sentence.
    pub fn says(self) -> String {
        match self {
            Reach::From(level) => format!("You lead from {}.", level.name()),
            Reach::NotYet => "You lead from none of the three yet: Self is the ground the others stand on.".to_owned(),
            Reach::Unknown => "Where you lead from: not enough to say, too little was answered about Self.".to_owned(),
        }
    }
}

impl UnevenLevels {
    /// Says the unevenness in a sentence.
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
