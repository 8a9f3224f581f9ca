use std::borrow::Borrow;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The maximum number of entries in a page.
const PAGE: usize = 64;

/// A sorted map that is cheap to copy while it grows: a thread reads a copy, and the next line changes the original.
///
/// The entries lie in pages that copies share. A copy copies one pointer for each page, and a change after it copies the
/// page that it touches, never the others. The last page belongs to its map alone, so that a small map is a plain list.
#[derive(Clone, Debug)]
pub(super) struct PagedMap<K, V> {
    /// The pages before the last one, none of them empty; each behind its greatest key, so that a search reads one page.
    shared: Vec<(K, SharedPage<K, V>)>,
    last: Vec<(K, V)>,
}

/// Entries in the order of their keys.
type SharedPage<K, V> = Arc<Vec<(K, V)>>;

// Written by hand, because the derived one would ask for defaults of `K` and `V`.
impl<K, V> Default for PagedMap<K, V> {
    fn default() -> Self {
        Self { shared: Vec::new(), last: Vec::new() }
    }
}

impl<K, V> PagedMap<K, V> {
    /// Returns every entry in the order of the keys.
    pub(super) fn entries(&self) -> impl DoubleEndedIterator<Item = &(K, V)> + Clone {
        self.shared.iter().flat_map(|(_, page)| page.iter()).chain(&self.last)
    }

    /// Returns every key with its value, in the order of the keys.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.entries().map(|(key, value)| (key, value))
    }

    /// Returns every key in order.
    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.entries().map(|(key, _)| key)
    }

    /// Returns every value in the order of the keys.
    pub(super) fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.entries().map(|(_, value)| value)
    }

    /// Returns the entry with the greatest key.
    pub(super) fn last(&self) -> Option<&(K, V)> {
        self.last.last().or_else(|| self.shared.last()?.1.last())
    }

    /// Returns the number of entries.
    pub(super) fn len(&self) -> usize {
        self.shared.iter().map(|(_, page)| page.len()).sum::<usize>() + self.last.len()
    }

    /// Whether there are no entries.
    pub(super) const fn is_empty(&self) -> bool {
        self.shared.is_empty() && self.last.is_empty()
    }

    /// Returns the number of pages that two maps do not share.
    #[cfg(test)]
    pub(super) fn pages_of_its_own(&self, other: &Self) -> usize {
        let is_shared = |page: &SharedPage<K, V>| other.shared.iter().any(|(_, known)| Arc::ptr_eq(known, page));
        self.shared.iter().filter(|(_, page)| !is_shared(page)).count()
    }

    /// Returns the index of the page that holds a key or would hold it; the number of shared pages stands for the last.
    fn page_of<Q: Ord + ?Sized>(&self, key: &Q) -> usize
    where
        K: Borrow<Q>,
    {
        self.shared.partition_point(|(greatest, _)| greatest.borrow() < key)
    }

    /// Returns the entry with this key.
    pub(super) fn entry<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&(K, V)>
    where
        K: Borrow<Q>,
    {
        let page = self.shared.get(self.page_of(key)).map_or(&self.last, |(_, page)| page);
        page.get(place_in(page, key).ok()?)
    }

    /// Returns the value of this key.
    pub(super) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.entry(key).map(|(_, value)| value)
    }

    /// Whether there is an entry with this key.
    pub(super) fn holds<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.entry(key).is_some()
    }
}

impl<K: Clone + Ord, V: Clone> PagedMap<K, V> {
    /// Returns the value of this key, to be changed.
    pub(super) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.page_of(key);
        let page = self.shared.get_mut(at).map_or(&mut self.last, |(_, page)| Arc::make_mut(page));
        let place = place_in(page, key).ok()?;
        page.get_mut(place).map(|(_, value)| value)
    }

    /// Changes every value.
    pub(super) fn change_values(&mut self, mut change: impl FnMut(&mut V)) {
        let shared = self.shared.iter_mut().flat_map(|(_, page)| Arc::make_mut(page));
        shared.chain(&mut self.last).for_each(|(_, value)| change(value));
    }

    /// Adds an entry, and returns the earlier value of its key.
    pub(super) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let at = self.page_of(&key);
        let page = self.shared.get_mut(at).map_or(&mut self.last, |(_, page)| Arc::make_mut(page));
        match place_in(page, &key) {
            Ok(place) => page.get_mut(place).map(|(_, known)| std::mem::replace(known, value)),
            Err(place) => {
                page.insert(place, (key, value));
                if page.len() > PAGE {
                    // What is added in order leaves full pages behind.
                    let rest = page.split_off(if place == PAGE { PAGE } else { PAGE / 2 });
                    self.add_page(at, rest);
                }
                None
            }
        }
    }

    /// Changes the value of a key, which is the default if there was none; returns what `change` returns.
    pub(super) fn change<R>(&mut self, key: K, change: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        if let Some(value) = self.get_mut(&key) {
            return change(value);
        }
        let mut value = V::default();
        let changed = change(&mut value);
        self.insert(key, value);
        changed
    }

    /// Adds the rest of a page that was split as the page after it.
    fn add_page(&mut self, at: usize, rest: Vec<(K, V)>) {
        let Some((greatest, page)) = self.shared.get_mut(at) else {
            let page = std::mem::replace(&mut self.last, rest);
            self.shared.extend(page.last().map(|(key, _)| key.clone()).map(|greatest| (greatest, Arc::new(page))));
            return;
        };
        let of_rest = greatest.clone();
        page.last().map(|(key, _)| key).into_iter().for_each(|key| greatest.clone_from(key));
        self.shared.insert(at + 1, (of_rest, Arc::new(rest)));
    }
}

/// Returns where a key is in a page, or where it would be added.
fn place_in<K: Borrow<Q>, V, Q: Ord + ?Sized>(page: &[(K, V)], key: &Q) -> Result<usize, usize> {
    page.binary_search_by(|(known, _)| known.borrow().cmp(key))
}

impl<K: Clone + Ord, V: Clone> Extend<(K, V)> for PagedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Serialize, V: Serialize> Serialize for PagedMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A format without names for its fields has to know the number of entries beforehand.
        let entries: Vec<&(K, V)> = self.entries().collect();
        entries.serialize(serializer)
    }
}

impl<'de, K: Deserialize<'de> + Clone + Ord, V: Deserialize<'de> + Clone> Deserialize<'de> for PagedMap<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut map = Self::default();
        // Entries in order are appended; others, which only a damaged file holds, are put in order.
        map.extend(Vec::<(K, V)>::deserialize(deserializer)?);
        Ok(map)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Numbers up to `count` in an order in which none follows the one before it.
    fn scattered(count: u64) -> impl Iterator<Item = u64> {
        (0..count).map(move |number| number * 617 % count)
    }

    #[test]
    fn it_holds_what_a_sorted_map_holds_in_whatever_order_entries_come() {
        let orders: [Vec<u64>; 3] = [(0..1_000).collect(), (0..1_000).rev().collect(), scattered(1_000).collect()];
        for keys in orders {
            let (mut paged, mut sorted) = (PagedMap::default(), BTreeMap::new());
            for key in keys {
                assert_eq!(paged.insert(key, key * 2), sorted.insert(key, key * 2));
                assert_eq!(paged.insert(key, key * 3), sorted.insert(key, key * 3));
            }
            assert!(paged.iter().eq(sorted.iter()) && paged.iter().rev().eq(sorted.iter().rev()));
            assert_eq!((paged.len(), paged.last()), (sorted.len(), Some(&(999, 2_997))));
            assert!((0..1_001).all(|key| paged.get(&key) == sorted.get(&key) && paged.holds(&key) == (key < 1_000)));
        }
        assert!(PagedMap::<u64, ()>::default().is_empty());
    }

    #[test]
    fn a_copy_stays_as_it_is_and_shares_all_pages_but_those_that_a_change_touched() {
        let mut paged: PagedMap<u64, u64> = PagedMap::default();
        paged.extend(scattered(10_000).map(|key| (key, 0)));
        let copy = paged.clone();
        assert_eq!(paged.pages_of_its_own(&copy), 0);
        paged.change(5, |value| *value = 1);
        paged.change(7_777, |value| *value = 1);
        assert_eq!(paged.pages_of_its_own(&copy), 2);
        assert_eq!((copy.get(&5), paged.get(&5)), (Some(&0), Some(&1)));
        assert!(paged.shared.len() < 10_000 / (PAGE / 4), "{}", paged.shared.len());
    }

    #[test]
    fn what_comes_in_order_fills_its_pages() {
        let mut paged: PagedMap<u64, ()> = PagedMap::default();
        paged.extend((0..6_400).map(|key| (key, ())));
        assert!(paged.shared.iter().all(|(_, page)| page.len() == PAGE));
    }

    #[test]
    fn a_packed_map_is_read_back_in_order_even_if_its_entries_were_not() {
        let packed = postcard::to_stdvec(&[(3_u8, 'c'), (1, 'a'), (2, 'b')].as_slice()).unwrap();
        let read: PagedMap<u8, char> = postcard::from_bytes(&packed).unwrap();
        assert!(read.iter().eq([(&1, &'a'), (&2, &'b'), (&3, &'c')]));
        let again = postcard::to_stdvec(&read).unwrap();
        let read: PagedMap<u8, char> = postcard::from_bytes(&again).unwrap();
        assert_eq!(read.len(), 3);
    }
}
