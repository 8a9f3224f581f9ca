//! What was recorded where a session reads otherwise because a line was corrected.

use std::collections::BTreeMap;

use crate::record::Event;

/// What was recorded where the session now reads otherwise.
///
/// A correction is one event: it takes back the version before it and states the new one. In [`Session::events`] the new
/// version has the number, the time and the step of the corrected line, and nothing is left in the place of the
/// correction but its number and time. So everything that reads a session reads it as if the line had been typed so.
#[derive(Clone, Debug, Default)]
pub(super) struct Corrections {
    /// For each event that reads otherwise than it was recorded, the event as recorded.
    pub(super) recorded: BTreeMap<u64, Event>,
    /// For each correction, the number of the line whose place it takes.
    pub(super) lines: BTreeMap<u64, u64>,
    /// For each corrected line, the numbers of its versions, the oldest first; the first one is the line itself.
    pub(super) versions: BTreeMap<u64, Vec<u64>>,
    /// The corrections of a version that had been taken back before, so that undoing them restores nothing.
    pub(super) of_taken_back: Vec<u64>,
}

/// A corrected line that an event changes, and whether it was live before.
pub(super) struct TouchedLine {
    pub(super) line: u64,
    pub(super) was_live: bool,
}
