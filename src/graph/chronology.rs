use serde::{Deserialize, Serialize};

use super::Moment;

/// A list of statements in the order of their moments, whatever the order in which they were added.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Chronology<T>(Vec<(Moment, T)>);

impl<T> Chronology<T> {
    /// Adds what was said at a moment, and replaces what was recorded for the same moment. Returns whether the list
    /// grew.
    pub(super) fn add(&mut self, moment: Moment, said: T) -> bool {
        match self.0.binary_search_by(|(known, _)| known.cmp(&moment)) {
            Ok(at) => {
                if let Some(place) = self.0.get_mut(at) {
                    place.1 = said;
                }
                false
            }
            Err(at) => {
                self.0.insert(at, (moment, said));
                true
            }
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &(Moment, T)> {
        self.0.iter()
    }

    /// Returns what was said at a moment.
    pub(super) fn at(&self, moment: &Moment) -> Option<&T> {
        let place = self.0.binary_search_by(|(known, _)| known.cmp(moment)).ok()?;
        self.0.get(place).map(|(_, said)| said)
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn last(&self) -> Option<&(Moment, T)> {
        self.0.last()
    }
}

// Written by hand, because the derived one would ask for `T: Default`.
impl<T> Default for Chronology<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}
