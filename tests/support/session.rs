//! The header of a session.

use adjacent::record::{Header, SessionKind, Zone};

/// A workshop that was opened on the morning of 20 November 2026.
pub(crate) fn header(id: &str, title: &str) -> Header {
    Header {
        id: id.into(),
        title: title.to_owned(),
        opened: "2026-11-20T09:00:00Z".parse().unwrap(),
        zone: Zone::UTC,
        kind: SessionKind::Workshop,
        private: false,
        exact_names: true,
    }
}
