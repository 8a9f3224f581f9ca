use std::sync::Arc;

use crate::record::{Basis, Claim, Delay, Event, Exposure, Position, Relation, SeatTag, Sign, Stance, Strength};

use super::kept::{At, Gathered, Keep, Packed, Texts};

/// What one person said about one arrow at one moment.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// The tag of whoever spoke.
    pub(super) speaker: Option<SeatTag>,
    /// The speaker is never shown.
    pub(super) anonymous: bool,
    pub(super) saying: Saying,
}

/// A claim of one's own, or a stance on somebody else's.
#[derive(Clone, Debug)]
pub(super) enum Saying {
    Claim(Arc<Claim>),
    Stance(Arc<Stance>),
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

impl Keep for Statement {
    type Packed = (Option<At>, bool, PackedSaying);

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        (self.speaker.packed(texts), self.anonymous, self.saying.packed(texts))
    }

    fn taken_up((speaker, anonymous, saying): Self::Packed, texts: &Texts) -> Option<Self> {
        let (speaker, saying) = (Keep::taken_up(speaker, texts)?, Keep::taken_up(saying, texts)?);
        Some(Self { speaker, anonymous, saying })
    }
}

/// A claim with every field in its place: what is kept here is read without the names of the fields.
type PackedClaim = (u32, At, At, Relation, Sign, Strength, Option<Delay>, Basis, bool, Option<String>, Option<String>);

type PackedStance = (Position, At, At, Relation, Sign, Strength, Option<Delay>, Option<String>);

/// A saying with every field in its place.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(super) enum PackedSaying {
    Claim(PackedClaim),
    Stance(PackedStance),
}

impl Keep for Saying {
    type Packed = PackedSaying;

    fn packed(&self, texts: &mut Gathered) -> Packed<Self> {
        match self {
            Self::Claim(claim) => {
                let Claim { claim, from, to, kind, sign, strength, delay, basis, imagined, words, note } = &**claim;
                let (from, to, words, note) = (texts.at(from), texts.at(to), words.clone(), note.clone());
                PackedSaying::Claim((*claim, from, to, *kind, *sign, *strength, *delay, *basis, *imagined, words, note))
            }
            Self::Stance(stance) => {
                let Stance { position, from, to, kind, sign, strength, delay, words } = &**stance;
                let (from, to) = (texts.at(from), texts.at(to));
                PackedSaying::Stance((*position, from, to, *kind, *sign, *strength, *delay, words.clone()))
            }
        }
    }

    fn taken_up(packed: PackedSaying, texts: &Texts) -> Option<Self> {
        let label = |at| texts.get(at).map(|text| text.as_ref().to_owned());
        Some(match packed {
            PackedSaying::Claim((claim, from, to, kind, sign, strength, delay, basis, imagined, words, note)) => {
                let (from, to) = (label(from)?, label(to)?);
                Self::Claim(Arc::new(Claim {
                    claim,
                    from,
                    to,
                    kind,
                    sign,
                    strength,
                    delay,
                    basis,
                    imagined,
                    words,
                    note,
                }))
            }
            PackedSaying::Stance((position, from, to, kind, sign, strength, delay, words)) => {
                let (from, to) = (label(from)?, label(to)?);
                Self::Stance(Arc::new(Stance { position, from, to, kind, sign, strength, delay, words }))
            }
        })
    }
}
