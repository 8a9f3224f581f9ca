//! Whether a session is private, and how that is changed while it runs.

use crate::record::{Fact, Session};

/// What a running session becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// It adds to no shared map, brief or search, and is shown on no shared screen.
    Private,
    /// It is as others are.
    Shared,
}

impl Confidence {
    /// What is said of a session that cannot be shared.
    pub const FROM_THE_BEGINNING: &'static str = "This session was begun as private, and stays so.";

    /// The other one; nothing for a session that was begun as private.
    pub const fn switched(session: &Session) -> Option<Self> {
        match (session.header().private, session.is_private()) {
            (true, _) => None,
            (false, true) => Some(Self::Shared),
            (false, false) => Some(Self::Private),
        }
    }

    /// The fact that makes it so.
    pub const fn fact(self) -> Fact {
        match self {
            Self::Private => Fact::MadePrivate,
            Self::Shared => Fact::MadeShared,
        }
    }

    /// What is said once it is on disk.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Private => {
                "Private from here on, with all that was said: no shared map, no brief, no search, no room."
            }
            Self::Shared => "Shared again: what is said here adds to the shared map.",
        }
    }
}
