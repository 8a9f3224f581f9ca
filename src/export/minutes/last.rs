use std::collections::BTreeMap;

/// Returns the last value of each key, in the order in which these last values were given.
pub(super) fn last_of_each<K: Ord, V>(said: impl IntoIterator<Item = (K, V)>) -> Vec<V> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    let mut last: Vec<Option<V>> = Vec::new();
    for (key, value) in said {
        if let Some(before) = places.insert(key, last.len()).and_then(|place| last.get_mut(place)) {
            *before = None;
        }
        last.push(Some(value));
    }
    last.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_last_about_a_thing_stands_where_it_was_said() {
        assert_eq!(last_of_each([("a", 1), ("b", 2), ("a", 3), ("c", 4), ("a", 5)]), [2, 4, 5]);
    }
}
