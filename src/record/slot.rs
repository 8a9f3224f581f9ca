use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// One of the six rules of a behaviour charter.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
#[strum(serialize_all = "lowercase")]
pub enum Slot {
    /// What the initiative does when it is uncertain.
    Uncertain,
    /// What the initiative never does.
    Never,
    /// When a person takes over from the initiative.
    Handover,
    /// How the initiative speaks.
    Speaks,
    /// What the initiative may learn.
    Learns,
    /// Who answers for the initiative.
    Answers,
}

impl Slot {
    /// Every slot, in the order of the charter.
    pub const ALL: [Slot; Slot::COUNT] =
        [Slot::Uncertain, Slot::Never, Slot::Handover, Slot::Speaks, Slot::Learns, Slot::Answers];

    /// Returns the word typed for this slot.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
