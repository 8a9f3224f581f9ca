use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::record::{Basis, Claim, Delay, Event, Exposure, Position, Relation, SeatTag, Sign, Stance, Strength};

use super::packed::text_table;

/// What one person said about one arrow at one moment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Statement {
    /// The tag of whoever spoke.
    #[serde(with = "text_table::optional")]
    pub(super) speaker: Option<SeatTag>,
    /// The speaker is never shown.
    pub(super) anonymous: bool,
    pub(super) saying: Saying,
}

/// A claim of one's own, or a stance on somebody else's.
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

    pub(super) fn claim(&self) -> Option<&Claim> {
        match &self.saying {
            Saying::Claim(claim) => Some(claim),
            Saying::Stance(_) => None,
        }
    }
}

/// A claim as it is packed: every field in its place, also where a session file leaves it out.
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

/// A function pair as `serde(with)` wants it, for a value behind an [`Arc`].
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
