use std::path::PathBuf;

use crate::record::line::{CarriedLine, LineMark};

/// A session whose lines are to be read from the hub, and the file they go into.
#[derive(Clone, Debug)]
pub(super) struct LinePull {
    pub(super) path: PathBuf,
    pub(super) header: CarriedLine,
    /// The place of the last line that is known; 0 is the header.
    pub(super) after: u64,
    /// The place of the last line on the hub.
    pub(super) last: u64,
    /// The mark of the last line that is known.
    pub(super) above: LineMark,
    /// The mark of the line below it, where that line is in the file too. It is read again, to see whether the file holds
    /// the lines of the hub at all.
    pub(super) next: Option<LineMark>,
}
