use serde::{Deserialize, Serialize};

/// The three levels, from the ground up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Leading self: what one does oneself.
    Oneself,
    /// Leading teams: what the team does.
    Teams,
    /// Leading systems: what lies between teams.
    Systems,
}

impl Level {
    /// Every level, from the ground up.
    pub const ALL: [Level; 3] = [Level::Oneself, Level::Teams, Level::Systems];

    /// Its name in a sentence: "you lead from: Teams".
    pub const fn name(self) -> &'static str {
        match self {
            Level::Oneself => "Self",
            Level::Teams => "Teams",
            Level::Systems => "Systems",
        }
    }

    /// The letter that the ids of its items and red flags begin with.
    pub const fn letter(self) -> char {
        match self {
            Level::Oneself => 'S',
            Level::Teams => 'T',
            Level::Systems => 'O',
        }
    }
}
