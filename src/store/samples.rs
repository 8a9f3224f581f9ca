//! The samples built into the program; their files are in `sessions/` at the top of the repository.
//!
//! The samples are one story: workshops, which can be opened, and Desk sessions with the lines noted between them.

use crate::record::{Session, SessionKind, line};

/// The bytes of every file of the story, the oldest first.
pub const EMBEDDED: &[&[u8]] = &[
    include_bytes!("../../sessions/2026-11-20-four-ai-changes-one-customer-9f3c.ron"),
    include_bytes!("../../sessions/2026-12-11-noted-in-december-2026-63bd.ron"),
    include_bytes!("../../sessions/2027-01-22-noted-in-january-2027-e5d5.ron"),
    include_bytes!("../../sessions/2027-02-25-three-months-on-harbourline-mutual-inven-7c6e.ron"),
];

/// Every sample that can be opened.
pub fn all() -> Vec<Session> {
    EMBEDDED
        .iter()
        .map(|bytes| folded(bytes))
        .filter(|session| session.header().kind == SessionKind::Workshop)
        .collect()
}

/// The titles of the samples that can be opened; only the headers are read.
pub fn titles() -> Vec<String> {
    let headings = EMBEDDED.iter().filter_map(|bytes| line::read_heading(bytes)).map(|heading| heading.header);
    headings.filter(|header| header.kind == SessionKind::Workshop).map(|header| header.title).collect()
}

/// The sessions of the story that precede a sample.
pub fn before(sample: &Session) -> Vec<Session> {
    let story = EMBEDDED.iter().map(|bytes| folded(bytes));
    story.filter(|session| session.header().opened < sample.header().opened).collect()
}

fn folded(bytes: &[u8]) -> Session {
    let reading = line::read(bytes);
    Session::fold(reading.heading.header, reading.events)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_is_whole() {
        for bytes in EMBEDDED {
            assert_eq!(line::read(bytes).faults, []);
        }
        assert_eq!(titles().len(), all().len());
        assert_eq!(all().iter().map(|sample| before(sample).len()).collect::<Vec<_>>(), [0, 3]);
    }

    #[test]
    fn reading_a_sample_as_one_document_gives_the_same_events() {
        #[derive(serde::Deserialize)]
        struct Document {
            id: crate::record::SessionId,
            events: Vec<crate::record::Event>,
        }
        for bytes in EMBEDDED {
            let reading = line::read(bytes);
            let document: Document = line::ron_style().from_str(std::str::from_utf8(bytes).unwrap()).unwrap();
            assert_eq!(document.id, reading.heading.header.id);
            assert_eq!(document.events, reading.events);
        }
    }
}
