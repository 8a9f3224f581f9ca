use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// What a room says to something that a lens sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "lowercase")]
pub enum Judgement {
    /// It is so.
    True,
    /// It is not so; it stays down until one of its arrows changes.
    #[strum(serialize = "not true")]
    NotTrue,
    /// Not now: it is left open on purpose.
    #[strum(serialize = "not now")]
    Later,
}

impl Judgement {
    /// Every judgement.
    pub const ALL: [Judgement; Judgement::COUNT] = [Judgement::True, Judgement::NotTrue, Judgement::Later];

    /// Its words: true, not true, not now.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
