use std::collections::BTreeMap;

use super::SeatTag;
use serde::{Deserialize, Serialize};

/// Whether a session is held with a room or by one person alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// A facilitator with a room.
    #[default]
    Live,
    /// One person alone.
    Solo,
}

/// One seat of a session: its tag, its unit, and its owner's name if the owner agreed.
///
/// The record holds tags and units. It holds a name only when its owner asked for that; all other names are in the
/// session's private file of names, see [`Names`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The tag that the scribe types before `>`: one to eight lower-case letters or digits.
    pub tag: SeatTag,
    /// The name; `None` unless its owner wants it on the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The unit in which this person works; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// A keyed pseudonym, the same in every session of a workspace. The secret from which it is made never leaves
    /// `private/`, so nobody can tell the name from the pseudonym; yet the files tell that two seats belong to one
    /// person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// A name as people list it, with an optional role after a comma: "Ana Ruiz, risk".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedName<'a>(&'a str);

impl<'a> ListedName<'a> {
    /// Wraps a name as it was listed.
    pub const fn new(listed: &'a str) -> Self {
        Self(listed)
    }

    /// Returns the name without the role: "Ana Ruiz".
    pub fn called(self) -> &'a str {
        self.0.split(',').next().unwrap_or_default().trim()
    }

    /// Returns the first word of the name: "Ana".
    pub fn first(self) -> &'a str {
        self.0.split([' ', ',']).next().unwrap_or_default()
    }
}

/// The tag of the person in a solo session.
pub const ONESELF: &str = "me";

/// The names behind the seats of one session. Stored in `private/`, never in the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// For each tag, the name as listed when the session was set up.
    pub names: BTreeMap<SeatTag, String>,
    /// For each tag, the keyed pseudonym. It is computed from the name when the file is read, and never written.
    #[serde(skip)]
    pub keys: BTreeMap<SeatTag, String>,
    /// For each tag, the short form that the scribe types instead.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<SeatTag, SeatTag>,
}

impl Names {
    /// Returns the name behind a tag; `None` when nobody entered one.
    pub fn of(&self, tag: &str) -> Option<&str> {
        self.names.get(tag).map(String::as_str)
    }

    /// Returns the short form that the scribe types for a tag, or the tag itself when there is none.
    pub fn typed_for<'a>(&'a self, tag: &'a str) -> &'a str {
        self.typed.get(tag).map_or(tag, SeatTag::as_str)
    }

    /// Whether there is neither a name nor a typed short form.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.typed.is_empty()
    }
}
