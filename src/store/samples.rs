//! The samples that are part of the program; the files in `sessions/` at the top of the repository.

use crate::record::{Session, line};

/// The bytes of every sample, in the order in which they are offered.
pub const EMBEDDED: &[&[u8]] = &[include_bytes!("../../sessions/2026-11-20-four-ai-changes-one-customer-9f3c.ron")];

/// Every sample, folded.
pub fn all() -> Vec<Session> {
    EMBEDDED.iter().map(|bytes| folded(bytes)).collect()
}

/// The titles of the samples, without reading more of them than that.
pub fn titles() -> Vec<String> {
    let heading = |bytes: &&[u8]| line::read_heading(bytes).map(|heading| heading.header.title);
    EMBEDDED.iter().filter_map(heading).collect()
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
        assert_eq!(titles().len(), EMBEDDED.len());
    }

    #[test]
    fn reading_a_sample_as_one_document_gives_the_same_events() {
        #[derive(serde::Deserialize)]
        struct Document {
            id: String,
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
