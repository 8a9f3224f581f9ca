use serde::{Deserialize, Serialize};

use super::Moment;
use super::paged::PagedMap;

/// A list of statements in the order of their moments, whatever the order in which they were added.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "T: Clone + Deserialize<'de>"))]
pub(super) struct Chronology<T>(PagedMap<Moment, T>);

impl<T: Clone> Chronology<T> {
    /// Adds what was said at a moment, and replaces what was recorded for the same moment. Returns whether the list
    /// grew.
    pub(super) fn add(&mut self, moment: Moment, said: T) -> bool {
        self.0.insert(moment, said).is_none()
    }
}

impl<T> Chronology<T> {
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &(Moment, T)> {
        self.0.entries()
    }

    /// Returns what was said at a moment.
    pub(super) fn at(&self, moment: &Moment) -> Option<&T> {
        self.0.get(moment)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn last(&self) -> Option<&(Moment, T)> {
        self.0.last()
    }
}

// Written by hand, because the derived one would ask for `T: Default`.
impl<T> Default for Chronology<T> {
    fn default() -> Self {
        Self(PagedMap::default())
    }
}
