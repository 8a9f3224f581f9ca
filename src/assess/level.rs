use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// The three levels, the lowest first.
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
    /// Every level, the lowest first.
    pub const ALL: [Level; 3] = [Level::Oneself, Level::Teams, Level::Systems];

    /// Its name in a sentence: "you lead from: Teams".
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The first letter of the ids of its items and red flags.
    pub const fn letter(self) -> char {
        match self {
            Level::Oneself => 'S',
            Level::Teams => 'T',
            Level::Systems => 'O',
        }
    }
}
