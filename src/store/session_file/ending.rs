//! The last bytes of a session file, by which a change from outside is noticed.

use crate::record::line::{CLOSING, LineMark};

/// How many bytes at the end of a file tell that it is as it was left: ` // `, the mark, a line break, the bracket.
pub(super) const ENDING: usize = 4 + LineMark::DIGITS + 1 + CLOSING.len();

/// The bytes that tell how a file ends.
pub(super) fn ending_of(bytes: &[u8]) -> &[u8] {
    bytes.get(bytes.len().saturating_sub(ENDING)..).unwrap_or(bytes)
}
