//! Reads a value that is written exactly as this program writes it. Any other text is left to the RON parser.
//!
//! Loading a workspace mostly means reading such lines, and the RON parser spends most of its time on what they never
//! contain: white space, comments, optional names, other notations. Both readers feed the same `serde` types, so what is
//! read here means what it means in RON; the tests compare them.

mod mismatch;
mod text;
mod values;

use serde::de::DeserializeOwned;

use text::CanonicalText;
use values::Values;

/// Reads the value that the whole text is; `None` leaves the text to the RON parser.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut values = Values::new(CanonicalText::new(text));
    let value = T::deserialize(&mut values).ok()?;
    values.is_at_end().then_some(value)
}

#[cfg(test)]
mod tests;
