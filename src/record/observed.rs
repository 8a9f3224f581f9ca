use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// The direction in which an observed factor moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Direction {
    /// The factor rose.
    Up,
    /// The factor fell.
    Down,
    /// The factor stayed where it was.
    #[strum(serialize = "staying")]
    Flat,
}

impl Direction {
    /// Returns the word that follows "seen", as in "seen up".
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// When a commitment is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Due {
    /// On this day.
    On(Date),
    /// This many days after the session's day.
    In(u32),
}
