use super::level::Level;
use super::score::Score;

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
pub enum Shape {
    /// Teams or systems hold, and leading self does not.
    ShakyHabit,
    /// Self and systems hold, and teams between them do not.
    ThinMiddle,
}

impl Reach {
    pub(super) fn of(score: &Score) -> Self {
        let holds = |level| score.level(level).and_then(super::LevelScore::holds);
        let reached = Level::ALL.into_iter().take_while(|level| holds(*level) == Some(true)).last();
        match (reached, holds(Level::Oneself)) {
            (Some(level), _) => Reach::From(level),
            (None, Some(_)) => Reach::NotYet,
            (None, None) => Reach::Unknown,
        }
    }

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

impl Shape {
    pub(super) fn of(score: &Score) -> Option<Self> {
        let [own, teams, systems] = Level::ALL.map(|level| score.level(level).and_then(super::LevelScore::holds));
        match (own, teams, systems) {
            (Some(false), Some(true), _) | (Some(false), _, Some(true)) => Some(Shape::ShakyHabit),
            (Some(true), Some(false), Some(true)) => Some(Shape::ThinMiddle),
            _ => None,
        }
    }

    /// A sentence about it.
    pub const fn says(self) -> &'static str {
        match self {
            Shape::ShakyHabit => {
                "Strong structures, shaky habit: what you built carries more than what you do yourself."
            }
            Shape::ThinMiddle => {
                "Strong at both ends, thin in the middle: what you and the system do, the team does not."
            }
        }
    }
}
