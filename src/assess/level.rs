use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// The three levels, the lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
pub enum Level {
    /// Leading self: what the person does alone.
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

    /// Returns the name of the level as it stands in "You lead from Teams."
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the first letter of the ids of the items and red flags of this level.
    pub const fn letter(self) -> char {
        match self {
            Level::Oneself => 'S',
            Level::Teams => 'T',
            Level::Systems => 'O',
        }
    }
}
