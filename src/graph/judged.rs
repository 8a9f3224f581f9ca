use serde::{Deserialize, Serialize};

use crate::record::{Judgement, SessionId};

use super::Key;
use super::packed::text_table;

/// A room's judgement of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The session in which the room judged.
    #[serde(with = "text_table")]
    pub session: SessionId,
    /// The name of the finding's lens.
    pub lens: String,
    /// The name of the finding's pattern, if its lens has several.
    pub pattern: Option<String>,
    /// The canonical names of the things that the finding is about.
    pub about: Vec<Key>,
    /// The judgement.
    pub judgement: Judgement,
    /// The reason the room gave.
    pub reason: Option<String>,
    /// When the room judged, in milliseconds since 1970.
    pub time: i64,
}

impl Judged {
    /// Whether two judgements are about the same finding.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.lens == other.lens && self.pattern == other.pattern && self.about == other.about
    }
}
