use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// One of the six rules of a behaviour charter.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
#[strum(serialize_all = "lowercase")]
pub enum Slot {
    /// What it does when it is uncertain.
    Uncertain,
    /// What it never does.
    Never,
    /// When a person takes over.
    Handover,
    /// How it speaks.
    Speaks,
    /// What it may learn.
    Learns,
    /// Who answers for it.
    Answers,
}

impl Slot {
    /// Every slot, in the order of the charter.
    pub const ALL: [Slot; Slot::COUNT] =
        [Slot::Uncertain, Slot::Never, Slot::Handover, Slot::Speaks, Slot::Learns, Slot::Answers];

    /// The word typed for it.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
