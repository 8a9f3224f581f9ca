//! The last bytes of a session file, by which a change by another program is noticed.

use crate::record::line::{CLOSING, LineMark};

/// The number of bytes that are compared: ` // `, the mark, a line break, the bracket.
pub(super) const ENDING: usize = 4 + LineMark::DIGITS + 1 + CLOSING.len();

/// The last [`ENDING`] bytes of a file.
pub(super) fn ending_of(bytes: &[u8]) -> &[u8] {
    bytes.get(bytes.len().saturating_sub(ENDING)..).unwrap_or(bytes)
}
