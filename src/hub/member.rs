use jiff::Timestamp;

/// What a login may do in a workspace of the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HubAccess {
    /// Read and write.
    Write,
    /// Read only: a room elsewhere that follows.
    Read,
}

/// A workspace on the hub that this login may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubWorkspace {
    /// Its id, which nobody can guess.
    pub id: String,
    /// The name that `adjacent hub init` gave it.
    pub name: String,
    /// What this login may do in it.
    pub access: HubAccess,
}

/// A console that joined a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubMember {
    /// Its id.
    pub id: String,
    /// What it calls itself: the login, or what was said at `adjacent hub join --as`.
    pub name: String,
    /// When it joined.
    pub joined: Timestamp,
    /// When it was last connected.
    pub seen: Timestamp,
    /// When it left, if it has; copies of sessions stay with who leaves.
    pub left: Option<Timestamp>,
    /// Whether it is this console.
    pub is_here: bool,
}
