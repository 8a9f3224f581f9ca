use std::ops::{Index, IndexMut};

/// A list that can be indexed with any number without a panic.
///
/// After its end, reading gives the default value and writing has no effect. The algorithms of this module index all
/// the time, and no wrong index may stop the program in the middle of a session.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots<T> {
    values: Vec<T>,
    nothing: T,
    lost: T,
}

impl<T: Clone + Default> Slots<T> {
    /// A list of `len` equal values.
    pub(super) fn filled(value: T, len: usize) -> Self {
        vec![value; len].into()
    }

    /// A list of `len` default values.
    pub(super) fn new(len: usize) -> Self {
        Self::filled(T::default(), len)
    }

    /// Appends a value; returns its index.
    pub(super) fn push(&mut self, value: T) -> usize {
        self.values.push(value);
        self.values.len() - 1
    }
}

impl<T> Slots<T> {
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.values.iter()
    }

    pub(super) fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.values.iter_mut()
    }

    pub(super) fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) < self.values.len() {
            self.values.swap(one, other);
        }
    }
}

impl<T: Default> From<Vec<T>> for Slots<T> {
    fn from(values: Vec<T>) -> Self {
        Self { values, nothing: T::default(), lost: T::default() }
    }
}

impl<T: Default> FromIterator<T> for Slots<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        values.into_iter().collect::<Vec<T>>().into()
    }
}

impl<T> Index<usize> for Slots<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.values.get(at).unwrap_or(&self.nothing)
    }
}

impl<T> IndexMut<usize> for Slots<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        self.values.get_mut(at).unwrap_or(&mut self.lost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_end_there_is_nothing_and_what_is_written_there_is_lost() {
        let mut slots: Slots<u8> = vec![1, 2].into();
        slots[7] = 9;
        slots[1] = 3;
        assert_eq!((slots[0], slots[1], slots[7], slots.len()), (1, 3, 0, 2));
    }
}
