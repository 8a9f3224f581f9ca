use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// The relation that an arrow states between its start A and its end B. Ten relations in four families: cause, supply,
/// steer, belong.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
#[strum(serialize_all = "lowercase")]
pub enum Relation {
    /// More A means more (or less) B.
    #[default]
    Affects,
    /// A supplies B.
    Feeds,
    /// A cannot work without B.
    Needs,
    /// A pays for more (or less) B.
    Rewards,
    /// A is meant to move B. This states an intent, never an effect.
    Aims,
    /// A speaks or acts for B.
    Voices,
    /// A answers for B, or holds this voice.
    Owns,
    /// A is part of B.
    In,
    /// An incentive applies to B, a forum includes B, a voice is about B, a purpose answers B.
    Covers,
    /// A uses what B learned.
    Builds,
}

impl Relation {
    /// Every relation, in the order of the four families.
    pub const ALL: [Relation; Relation::COUNT] = [
        Relation::Affects,
        Relation::Feeds,
        Relation::Needs,
        Relation::Rewards,
        Relation::Aims,
        Relation::Voices,
        Relation::Owns,
        Relation::In,
        Relation::Covers,
        Relation::Builds,
    ];

    /// Returns the relation's name, as typed and as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether "more" and "less" have a meaning on an arrow with this relation.
    pub const fn carries_sign(self) -> bool {
        matches!(self, Relation::Affects | Relation::Feeds | Relation::Rewards | Relation::Aims)
    }
}
