use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::paged::PagedMap;
use super::{Key, Moment};

/// The names of sessions without exact names, in which names that differ in operators only are one thing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct PlainNames {
    /// For each name without its operators, the names that were heard, each with the moment it was first heard.
    /// [`Moment::end`] stands for a name that was only mentioned and may be the name of no thing.
    heard: PagedMap<Key, BTreeMap<Key, Moment>>,
}

impl PlainNames {
    /// Adds a name, and returns whether [`Self::joined`] may have changed.
    pub(super) fn hear(&mut self, name: &Key, moment: Moment) -> bool {
        self.heard.change(name.plain(), |like| {
            if like.get(name).is_some_and(|first| *first <= moment) {
                return false;
            }
            like.insert(name.clone(), moment);
            like.len() > 1
        })
    }

    /// Returns the names that are one thing with this one, in key order, with itself; none if it was not heard.
    pub(super) fn like(&self, name: &Key) -> impl Iterator<Item = &Key> {
        let like = self.heard.get(&name.plain()).filter(|like| like.contains_key(name));
        like.into_iter().flat_map(BTreeMap::keys)
    }

    /// Whether two names are the same, or differ in operators only where that is no difference.
    pub(super) fn are_one(&self, one: &Key, other: &Key) -> bool {
        one == other || self.like(one).any(|like| like == other)
    }

    /// Returns every pair of names that are one thing: the name that was heard first, and another one.
    pub(super) fn joined(&self) -> impl Iterator<Item = (&Key, &Key)> {
        self.heard.values().filter(|like| like.len() > 1).flat_map(|like| {
            let first = like.iter().min_by_key(|(_, moment)| *moment).map(|(name, _)| name);
            first.into_iter().flat_map(move |first| like.keys().map(move |other| (first, other)))
        })
    }
}
