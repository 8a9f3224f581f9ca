use serde::{Deserialize, Serialize};

use crate::record::Relation;

use super::{Key, Moment};

/// A statement that an earlier event of the same session states something that its source no longer states.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct GoneNote {
    /// The number of that event.
    seq: u64,
    /// The end and the relation of the arrow that is gone; `None` for a thing.
    pub(super) arrow: Option<(Key, Relation)>,
}

impl GoneNote {
    pub(super) const fn new(seq: u64, arrow: Option<(Key, Relation)>) -> Self {
        Self { seq, arrow }
    }

    /// Whether this note, made `since` then, is about what was stated at this moment.
    pub(super) fn ends(&self, since: &Moment, stated: &Moment) -> bool {
        since.session == stated.session && self.seq == stated.seq && stated < since
    }
}
