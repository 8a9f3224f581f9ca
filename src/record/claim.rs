use serde::{Deserialize, Serialize};

use super::{Basis, Delay, Relation, Sign, Strength};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One thing one person said about the system: an arrow and how sure they are of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its number in the session, from 1, never reused; typed as `#12`.
    pub claim: u32,
    /// The label the arrow starts at.
    pub from: String,
    /// The label the arrow points to.
    pub to: String,
    /// What the arrow says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Relation,
    /// Which way the effect goes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sign: Sign,
    /// How strong it is said to be.
    #[serde(default, skip_serializing_if = "is_default")]
    pub strength: Strength,
    /// How long it takes, if anybody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// Seen, told or guessed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub basis: Basis,
    /// Said on behalf of somebody absent; never counted in agreement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub imagined: bool,
    /// The speaker's own words, verbatim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What else stood on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where somebody stands on what somebody else claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Position {
    /// "Yes, that is so."
    Yes,
    /// "No, there is no such effect."
    No,
    /// "I cannot tell."
    Unsure,
}

/// A position on an arrow. It carries what it agrees with, so that it stands on its own in any selection of files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// Yes, no or unsure.
    pub position: Position,
    /// The label the arrow starts at.
    pub from: String,
    /// The label the arrow points to.
    pub to: String,
    /// What the arrow says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Relation,
    /// The sign of the claim it answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sign: Sign,
    /// The strength of the claim it answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub strength: Strength,
    /// The delay of the claim it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// What else stood on the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}
