use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// Which way an observed factor moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It stayed.
    #[strum(serialize = "staying")]
    Flat,
}

impl Direction {
    /// The word for it after "seen": "seen up".
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
