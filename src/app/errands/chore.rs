use std::path::PathBuf;

use crate::record::SessionId;

/// An errand for the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrandChore {
    /// Write the brief before the next session, then send [`ErrandReport::Page`].
    Brief,
    /// Compare the ends of two sessions, then send [`ErrandReport::Page`].
    Compare(SessionId, SessionId),
    /// Write a file for others; never overwrites one. Then send [`Wrote`](crate::app::Msg::Wrote).
    Export {
        /// The session; `None` for all that feed the shared map.
        of: Option<SessionId>,
        /// The name of the format.
        format: String,
        /// The file, as typed.
        file: String,
    },
    /// Write a text to a file; never overwrites one. Then send [`Wrote`](crate::app::Msg::Wrote).
    Write {
        /// The file, as typed.
        file: String,
        /// The text.
        text: String,
    },
    /// Open a file in the program that the desktop has for it, then send [`Told`](crate::app::Msg::Told) with what was
    /// done.
    OpenFile(PathBuf),
    /// List what is open in the workspace, then send [`ErrandReport::Open`].
    Open,
    /// Let a branch add to the shared map from here on, then send [`Told`](crate::app::Msg::Told).
    Adopt(SessionId),
}

/// The report of an errand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrandReport {
    /// A text to read.
    Page {
        /// Its title.
        title: String,
        /// Its text.
        text: String,
    },
    /// What is open in the workspace, the earliest due first.
    Open(Vec<OpenMatter>),
}

/// A matter that is open: a promise, a question, something parked, or a watched level that was crossed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMatter {
    /// The matter in one line; names units, and people only where they asked for that.
    pub says: String,
    /// The session that contains it, and the number of its event.
    pub place: (SessionId, u64),
    /// What becomes of such a matter.
    pub sort: OpenMatterSort,
    /// Whether its day is over, or its level was crossed.
    pub is_due: bool,
}

/// The sort of an open matter, by what can become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMatterSort {
    /// Something to do: a promise, a wish, something parked.
    Task,
    /// A question, which is answered rather than done.
    Question,
    /// A watched level, on which somebody was to act.
    Watch,
}
