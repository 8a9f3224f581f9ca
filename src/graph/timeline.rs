use super::Moment;
use super::kept::{Gathered, Keep, Packed, Texts};

/// Things said, in the order of their moments, whatever the order in which they were added.
#[derive(Clone, Debug)]
pub(super) struct Chronology<T>(Vec<(Moment, T)>);

impl<T> Chronology<T> {
    /// Adds what was said at this moment; adding the same moment again replaces it. Whether it is more than before.
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

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn last(&self) -> Option<&(Moment, T)> {
        self.0.last()
    }
}

// Derived, it would ask for `T: Default`.
impl<T> Default for Chronology<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Keep> Keep for Chronology<T> {
    type Packed = Vec<(Packed<Moment>, Packed<T>)>;

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        self.0.packed(texts)
    }

    fn taken_up(packed: Self::Packed, texts: &Texts) -> Option<Self> {
        Keep::taken_up(packed, texts).map(Self)
    }
}
