use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// The three levels, from the ground up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
pub enum Level {
    /// Leading self: what one does oneself.
    #[strum(serialize = "Self")]
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
    pub fn name(self) -> &'static str {
        self.into()
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
