use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{SessionId, Zone};

/// The kind of session that a file holds, which decides whether the session feeds the shared graph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionKind {
    /// A workshop: a facilitator and a room.
    #[default]
    Workshop,
    /// A session of one person alone.
    Solo,
    /// A desk file: single lines noted between sessions, one file a day.
    Desk,
    /// A session imported from another tool.
    Import,
    /// A self-assessment.
    Assessment,
    /// A what-if branch of another session, which begins after one of that session's events.
    WhatIf {
        /// The session that the branch starts from.
        of: SessionId,
        /// The number of the last event that the branch shares with that session.
        after: u64,
    },
    /// A dry run of a workshop.
    Rehearsal,
}

/// The header of a session file: id, title, opening time, zone and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The session's id, which is also its file name without `.ron`.
    pub id: SessionId,
    /// The title as typed.
    pub title: String,
    /// When the session was opened; the times of its events are milliseconds since this moment.
    pub opened: Timestamp,
    /// The time zone of the place where the session was held, which decides its days.
    pub zone: Zone,
    /// The kind of session.
    pub kind: SessionKind,
    /// Whether the session was private from its beginning, and so is in neither the shared graph nor on a shared
    /// screen; see [`super::Session::is_private`].
    pub private: bool,
    /// Whether names that differ in an operator (`C++`, `C#`) are two things in this session. In sessions written before
    /// that (format 1) they are one.
    pub exact_names: bool,
}

impl Header {
    /// Returns this header with values in place of an id and a title that were lost: the id of the file, and the id as
    /// the title.
    pub(crate) fn completed(mut self, id: impl FnOnce() -> SessionId) -> Self {
        if self.id.is_empty() {
            self.id = id();
        }
        if self.title.is_empty() {
            self.id.as_str().clone_into(&mut self.title);
        }
        self
    }

    /// The newest session format this program writes.
    pub const FORMAT: u32 = 2;

    /// The format of sessions whose names are compared without their operators.
    const FORMAT_OF_PLAIN_NAMES: u32 = 1;

    /// Returns the format in which a session with this header is written.
    pub(super) const fn format(&self) -> u32 {
        if self.exact_names { Self::FORMAT } else { Self::FORMAT_OF_PLAIN_NAMES }
    }

    /// Whether names are exact in a session of this format; `None` for a format this program cannot read.
    pub(super) const fn exact_names_in(format: u32) -> Option<bool> {
        match format {
            Self::FORMAT => Some(true),
            Self::FORMAT_OF_PLAIN_NAMES => Some(false),
            _ => None,
        }
    }

    /// Whether this is a what-if branch, which can be adopted into the shared graph.
    pub const fn may_be_adopted(&self) -> bool {
        !self.private && matches!(self.kind, SessionKind::WhatIf { .. })
    }

    /// Whether a session of this kind feeds the shared graph of its workspace from its beginning.
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
        Self {
            id: "here".into(),
            title: "Here".into(),
            opened,
            zone: Zone::UTC,
            kind,
            private: false,
            exact_names: true,
        }
    }
}
