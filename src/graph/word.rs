use std::sync::Arc;

use crate::record::{Claim, Event, Exposure, Stance};

/// What one person said about one arrow at one moment.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// The tag of whoever spoke.
    pub(super) speaker: Option<Arc<str>>,
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
