use crate::graph::Key;

use super::{Lens, Pattern};

/// A further reading of what a finding says.
#[derive(Clone, Debug, PartialEq)]
pub struct FurtherReading {
    /// The lens.
    pub lens: &'static Lens,
    /// Its pattern, if the lens makes several.
    pub pattern: Option<Pattern>,
    /// The things it is about, in the lens's own order.
    pub about: Vec<Key>,
}
