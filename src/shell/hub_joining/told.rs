use std::fmt;

use jiff::Timestamp;

/// Why a hub was not set up, joined, asked or left: one sentence with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubFailure {
    /// The sentence.
    pub says: String,
    /// Whether what was typed is wrong, and not the hub or the path to it.
    pub is_usage: bool,
}

impl HubFailure {
    /// A failure because of what was typed.
    pub(super) fn usage(says: impl Into<String>) -> Self {
        Self { says: says.into(), is_usage: true }
    }
}

impl fmt::Display for HubFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.says)
    }
}

impl std::error::Error for HubFailure {}

/// What setting up a hub did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUpTold {
    /// The database and its host.
    pub place: String,
    /// Whether tables were made or changed.
    pub has_migrated: bool,
    /// The name of the workspace.
    pub workspace: String,
    /// Whether the workspace was made now.
    pub is_new: bool,
    /// The role that lets a login write, and the one that lets it read; `None` where everybody uses the login that set
    /// it up, because that may make no roles.
    pub roles: Option<(String, String)>,
    /// The address to join, with LOGIN in the place of the login.
    pub address: String,
}

/// What to join, and as whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JoinWish<'a> {
    /// The address of the hub.
    pub address: &'a str,
    /// The workspace on the hub, by its name; needed only where the login sees several.
    pub workspace: Option<&'a str>,
    /// What the others call this console; without it, the login.
    pub name: Option<&'a str>,
}

/// The hub that was joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedTold {
    /// The database and its host.
    pub place: String,
    /// The name of the workspace there.
    pub workspace: String,
    /// What the others call this console.
    pub name: String,
    /// Whether this login may write.
    pub may_write: bool,
    /// Whether it had joined before.
    pub had_joined: bool,
}

/// How a hub was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubLeft {
    /// The address of the hub that was left.
    pub hub: String,
    /// Why the hub could not be told; it goes on to count this console.
    pub untold: Option<String>,
}

/// The state of the hub that a workspace has joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubStatus {
    /// The address, without a password.
    pub hub: String,
    /// The name of the workspace there.
    pub workspace: String,
    /// Whether this login may write.
    pub may_write: bool,
    /// How many sessions are on the hub.
    pub sessions: usize,
    /// How many lines they have together, without headers.
    pub lines: u64,
    /// The consoles that joined.
    pub members: Vec<StatusMember>,
    /// The strikes that somebody has not taken.
    pub strikes: Vec<StatusStrike>,
}

/// A console that joined the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusMember {
    /// What the others call it.
    pub name: String,
    /// When it was last connected.
    pub seen: Timestamp,
    /// Whether it left.
    pub has_left: bool,
    /// Whether it is this one.
    pub is_here: bool,
}

/// A strike that is not taken everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusStrike {
    /// The id of the session.
    pub session: String,
    /// The number of the line below the header.
    pub line: u64,
    /// When the hub took it.
    pub at: Timestamp,
    /// The names of the consoles that may still hold the text.
    pub not_taken: Vec<String>,
}
