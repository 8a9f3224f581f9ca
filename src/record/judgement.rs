use serde::{Deserialize, Serialize};

/// What a room says to something that a lens sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Judgement {
    /// It is so.
    True,
    /// It is not so; it stays down until one of its arrows changes.
    NotTrue,
    /// Not now: it is left open on purpose.
    Later,
}

impl Judgement {
    /// Every judgement.
    pub const ALL: [Judgement; 3] = [Judgement::True, Judgement::NotTrue, Judgement::Later];

    /// Its words: true, not true, not now.
    pub const fn name(self) -> &'static str {
        match self {
            Judgement::True => "true",
            Judgement::NotTrue => "not true",
            Judgement::Later => "not now",
        }
    }
}
