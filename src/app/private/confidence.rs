//! Whether a session is private, and how to change that while it runs.

use crate::record::{Fact, Session};

/// The confidentiality that a running session can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The session adds to no shared map, brief or search, and is shown on no shared screen.
    Private,
    /// The session is like any other.
    Shared,
}

impl Confidence {
    /// The notice for a session that cannot be shared.
    pub const FROM_THE_BEGINNING: &'static str = "This session was begun as private, and stays so.";

    /// Returns the opposite of the current state; `None` for a session that was begun as private.
    pub const fn switched(session: &Session) -> Option<Self> {
        match (session.header().private, session.is_private()) {
            (true, _) => None,
            (false, true) => Some(Self::Shared),
            (false, false) => Some(Self::Private),
        }
    }

    /// Returns the fact that records this state.
    pub const fn fact(self) -> Fact {
        match self {
            Self::Private => Fact::MadePrivate,
            Self::Shared => Fact::MadeShared,
        }
    }

    /// Returns the notice that is shown once the fact is on disk.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Private => {
                "Private from here on, with all that was said: no shared map, no brief, no search, no room."
            }
            Self::Shared => "Shared again: what is said here adds to the shared map.",
        }
    }
}
