use std::collections::BTreeMap;

use super::SeatTag;
use serde::{Deserialize, Serialize};

/// Whether a room talks or one person thinks alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// A facilitator and a room.
    #[default]
    Live,
    /// One leader alone.
    Solo,
}

/// One seat in the room.
///
/// The record holds tags and units. A name is here only when its owner asked for it; otherwise it lies in the
/// session's private names file, see [`Names`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What the scribe types before `>`: one to eight lower-case letters or digits.
    pub tag: SeatTag,
    /// The name, only when its owner wants it on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The unit this person works in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Who this is in every session of a workspace, without the name: a keyed pseudonym. The key never leaves
    /// `private/`, so nobody can tell the name from it, and the files alone tell that two seats are one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// A name as people list it: "Ana Ruiz, risk" is somebody and what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedName<'a>(&'a str);

impl<'a> ListedName<'a> {
    /// The name as it was listed.
    pub const fn new(listed: &'a str) -> Self {
        Self(listed)
    }

    /// What somebody is called: "Ana Ruiz".
    pub fn called(self) -> &'a str {
        self.0.split(',').next().unwrap_or_default().trim()
    }

    /// The first word of what somebody is called: "Ana".
    pub fn first(self) -> &'a str {
        self.0.split([' ', ',']).next().unwrap_or_default()
    }
}

/// The tag of whoever is alone in a session.
pub const ONESELF: &str = "me";

/// Who sits on which seat of one session. Kept in `private/`, never in the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Tag to name as listed when the session was set up.
    pub names: BTreeMap<SeatTag, String>,
    /// Tag to keyed pseudonym, computed from the name when the file is read, and never written.
    #[serde(skip)]
    pub keys: BTreeMap<SeatTag, String>,
    /// Tag to what the scribe types for it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<SeatTag, SeatTag>,
}

impl Names {
    /// The name behind a tag, if anybody noted it.
    pub fn of(&self, tag: &str) -> Option<&str> {
        self.names.get(tag).map(String::as_str)
    }

    /// What the scribe types for a tag: a short name, else the tag itself.
    pub fn typed_for<'a>(&'a self, tag: &'a str) -> &'a str {
        self.typed.get(tag).map_or(tag, SeatTag::as_str)
    }

    /// Whether there is neither a name nor a typed short form.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.typed.is_empty()
    }
}
