use serde::{Deserialize, Serialize};

use crate::record::{Judgement, SessionId};

use super::Key;
use super::packed::text_table;

/// What a room said about something that a lens sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// The session in which it was said.
    #[serde(with = "text_table")]
    pub session: SessionId,
    /// Which lens, by its name.
    pub lens: String,
    /// Which pattern of it.
    pub pattern: Option<String>,
    /// The things it is about, under their canonical names.
    pub about: Vec<Key>,
    /// What was said.
    pub judgement: Judgement,
    /// Why.
    pub reason: Option<String>,
    /// When, in milliseconds since 1970.
    pub time: i64,
}

impl Judged {
    /// Whether two judgements are about one finding.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.lens == other.lens && self.pattern == other.pattern && self.about == other.about
    }
}
