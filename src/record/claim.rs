use serde::{Deserialize, Serialize};
use strum::{AsRefStr, VariantArray};

use super::{Basis, Delay, Relation, Sign, Strength};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A claim: an arrow that one person stated, with how sure they are of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The claim's number in its session, from 1, never reused; typed as `#12`.
    pub claim: u32,
    /// The label at which the arrow starts.
    pub from: String,
    /// The label at which the arrow ends.
    pub to: String,
    /// The relation that the arrow states.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Relation,
    /// Whether the effect is more, less, not stated or none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sign: Sign,
    /// How strong the speaker says the effect is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub strength: Strength,
    /// How long the effect takes; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// How the speaker knows: seen, told or guessed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub basis: Basis,
    /// Whether the claim imagines the view of an absent person; such a claim is never counted as agreement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub imagined: bool,
    /// The speaker's own words, verbatim; `None` when there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The rest of the line, as a note; `None` when nothing was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A position on an arrow that was claimed before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsRefStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Position {
    /// "Yes, that is so."
    Yes,
    /// "No, there is no such effect."
    No,
    /// "I cannot tell."
    Unsure,
}

/// A position on an arrow. The stance repeats the claim that it answers, so that it can be read without the claim's
/// file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// The position: yes, no or unsure.
    pub position: Position,
    /// The label at which the arrow starts.
    pub from: String,
    /// The label at which the arrow ends.
    pub to: String,
    /// The relation that the arrow states.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: Relation,
    /// The sign of the claim it answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sign: Sign,
    /// The strength of the claim it answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub strength: Strength,
    /// The delay of the claim it answers; `None` when the claim states none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Delay>,
    /// The rest of the line, verbatim; `None` when nothing was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}
