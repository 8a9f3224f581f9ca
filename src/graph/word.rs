use std::sync::Arc;

use crate::record::{Claim, Event, Exposure, Stance};

/// What one person said about one arrow at one moment.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Word {
    /// The tag of whoever spoke.
    #[serde(deserialize_with = "super::kept::tag")]
    pub(super) speaker: Option<Arc<str>>,
    /// The speaker is never shown.
    pub(super) anonymous: bool,
    pub(super) saying: Saying,
}

/// A claim of one's own, or a stance on somebody else's.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[serde(from = "super::kept::PackedSaying", into = "super::kept::PackedSaying")]
pub(super) enum Saying {
    Claim(Arc<Claim>),
    Stance(Arc<Stance>),
}

impl Word {
    pub(super) fn new(event: &Event, saying: Saying) -> Self {
        let speaker = event.speaker.as_deref().map(Arc::from);
        Self { speaker, anonymous: event.exposure == Exposure::Anonymous, saying }
    }

    pub(super) fn claim(&self) -> Option<&Claim> {
        match &self.saying {
            Saying::Claim(claim) => Some(claim),
            Saying::Stance(_) => None,
        }
    }
}
