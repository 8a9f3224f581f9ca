use super::Moment;

/// Things said, in the order of their moments, whatever the order in which they were added.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Timeline<T>(Vec<(Moment, T)>);

impl<T> Timeline<T> {
    /// Adds what was said at this moment; adding the same moment again replaces it.
    pub(super) fn add(&mut self, moment: Moment, said: T) {
        match self.0.binary_search_by(|(known, _)| known.cmp(&moment)) {
            Ok(at) => {
                if let Some(place) = self.0.get_mut(at) {
                    place.1 = said;
                }
            }
            Err(at) => self.0.insert(at, (moment, said)),
        }
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &(Moment, T)> {
        self.0.iter()
    }

    pub(super) fn last(&self) -> Option<&(Moment, T)> {
        self.0.last()
    }
}

// Derived, it would ask for `T: Default`.
impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}
