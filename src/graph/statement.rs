use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::record::{Basis, Claim, Delay, Event, Exposure, Position, Relation, SeatTag, Sign, Stance, Strength};

use super::packed::text_table;

/// What one person said about one arrow at one moment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Statement {
    /// The speaker's tag.
    #[serde(with = "text_table::optional")]
    pub(super) speaker: Option<SeatTag>,
    /// Whether the speaker must never be shown.
    pub(super) anonymous: bool,
    pub(super) saying: Saying,
}

/// What was said: a claim of the speaker's own, or a stance on another's claim.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Saying {
    Claim(#[serde(with = "packed_claim")] Arc<Claim>),
    Stance(#[serde(with = "packed_stance")] Arc<Stance>),
}

impl Statement {
    pub(super) fn new(event: &Event, saying: Saying) -> Self {
        let speaker = event.speaker.clone();
        Self { speaker, anonymous: event.exposure == Exposure::Anonymous, saying }
    }

    /// Whether a file of another tool states it, and nobody said it.
    pub(super) fn is_imported(&self) -> bool {
        self.claim().is_some_and(|claim| claim.basis == Basis::Imported)
    }

    /// Whether it is a claim that somebody made.
    pub(super) fn is_made(&self) -> bool {
        self.claim().is_some_and(|claim| claim.basis != Basis::Imported)
    }

    pub(super) fn claim(&self) -> Option<&Claim> {
        match &self.saying {
            Saying::Claim(claim) => Some(claim),
            Saying::Stance(_) => None,
        }
    }
}

/// A claim as it is packed: every field is written, even one that a session file leaves out.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Claim")]
struct PackedClaim {
    claim: u32,
    #[serde(with = "text_table::owned")]
    from: String,
    #[serde(with = "text_table::owned")]
    to: String,
    kind: Relation,
    sign: Sign,
    strength: Strength,
    delay: Option<Delay>,
    basis: Basis,
    imagined: bool,
    words: Option<String>,
    note: Option<String>,
}

/// A stance as it is packed.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Stance")]
struct PackedStance {
    position: Position,
    #[serde(with = "text_table::owned")]
    from: String,
    #[serde(with = "text_table::owned")]
    to: String,
    kind: Relation,
    sign: Sign,
    strength: Strength,
    delay: Option<Delay>,
    words: Option<String>,
}

/// Makes the pair of functions that `serde(with)` needs, for a value behind an [`Arc`].
macro_rules! packed_behind_arc {
    ($module:ident, $value:ty, $packed:ident) => {
        mod $module {
            use super::*;

            pub(super) fn serialize<S: Serializer>(value: &Arc<$value>, serializer: S) -> Result<S::Ok, S::Error> {
                $packed::serialize(value, serializer)
            }

            pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<$value>, D::Error> {
                $packed::deserialize(from).map(Arc::new)
            }
        }
    };
}

packed_behind_arc!(packed_claim, Claim, PackedClaim);
packed_behind_arc!(packed_stance, Stance, PackedStance);
