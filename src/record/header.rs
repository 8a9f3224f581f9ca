use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{SessionId, Zone};

/// What sort of session a file holds; decides whether it feeds the shared graph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionKind {
    /// A facilitator and a room.
    #[default]
    Workshop,
    /// One person alone.
    Solo,
    /// Single lines noted between sessions, one file a day.
    Desk,
    /// Taken over from another tool.
    Import,
    /// A self-assessment.
    Assessment,
    /// A branch of another session, after one of its events.
    WhatIf {
        /// The session it branches from.
        of: SessionId,
        /// The last event of that session which it shares.
        after: u64,
    },
    /// A dry run.
    Rehearsal,
}

/// The first facts of a session file: what it is, when it was opened, what kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The session's id, which is also its file name without `.ron`.
    pub id: SessionId,
    /// The title as typed.
    pub title: String,
    /// When it was opened; events count their milliseconds from here.
    pub opened: Timestamp,
    /// Where it was held, as far as days go.
    pub zone: Zone,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// Kept out of the shared graph and every shared screen from its beginning; see [`super::Session::is_private`].
    pub private: bool,
}

impl Header {
    /// The newest session format this program writes.
    pub const FORMAT: u32 = 1;

    /// Whether this is a branch that can be taken over into the shared graph.
    pub const fn may_be_adopted(&self) -> bool {
        !self.private && matches!(self.kind, SessionKind::WhatIf { .. })
    }

    /// Whether a session of this kind adds to the shared graph of its workspace from its beginning.
    pub const fn feeds_shared_graph(&self) -> bool {
        !self.private
            && matches!(self.kind, SessionKind::Workshop | SessionKind::Solo | SessionKind::Desk | SessionKind::Import)
    }
}

#[cfg(test)]
impl Header {
    /// A session that was opened at nine o'clock, for tests that need any session.
    pub(crate) fn here(kind: SessionKind) -> Self {
        let opened = Timestamp::constant(1_795_165_200, 0);
        Self { id: "here".into(), title: "Here".into(), opened, zone: Zone::UTC, kind, private: false }
    }
}
