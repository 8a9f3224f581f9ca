use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// The room's judgement of a finding of a lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "lowercase")]
pub enum Judgement {
    /// The finding is true.
    True,
    /// The finding is not true; it is not offered again until one of its arrows changes.
    #[strum(serialize = "not true")]
    NotTrue,
    /// The finding is left open on purpose, for later.
    #[strum(serialize = "not now")]
    Later,
}

impl Judgement {
    /// Every judgement.
    pub const ALL: [Judgement; Judgement::COUNT] = [Judgement::True, Judgement::NotTrue, Judgement::Later];

    /// Returns the words of this judgement: "true", "not true" or "not now".
    pub fn name(self) -> &'static str {
        self.into()
    }
}
