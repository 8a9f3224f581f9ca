use jiff::Timestamp;

use super::member::HubMember;
use crate::record::SessionId;

/// A line that was overwritten because somebody struck it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubStrike {
    /// The session of the line.
    pub session: SessionId,
    /// The place of the line, as in [`crate::hub::HubLine::seq`].
    pub seq: u64,
    /// The text that replaced it: as many bytes as before, without the mark, which stays.
    pub text: String,
}

/// A strike that some consoles have not taken yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenStrike {
    /// The session of the line.
    pub session: SessionId,
    /// The place of the line.
    pub seq: u64,
    /// When the hub took the strike.
    pub at: Timestamp,
    /// The consoles that still may hold the text.
    pub not_taken: Vec<HubMember>,
}
