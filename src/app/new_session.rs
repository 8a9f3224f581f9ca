use crate::record::{Fact, Names, SessionKind};

/// The contents of a session that is to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// The title.
    pub title: String,
    /// The kind of session.
    pub kind: SessionKind,
    /// Whether the session is left out of the shared map and every shared screen.
    pub private: bool,
    /// The name for each tag; saved in the private file.
    pub names: Names,
    /// The facts of the first event.
    pub opening: Vec<Fact>,
}
