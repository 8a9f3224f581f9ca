use std::collections::{HashMap, HashSet};

use super::facts::StatedParts;
use super::known_part::KnownParts;
use crate::graph::Key;
use crate::record::Fact;

/// Which things of an earlier edition have another name now: the key of their row decides that they are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct NewNames {
    /// For each label of before, the label of now.
    now: HashMap<String, String>,
    /// For each key, the facts that rename its things.
    by_key: HashMap<String, Vec<Fact>>,
    /// The names of this edition.
    taken: HashSet<Key>,
}

impl NewNames {
    /// Compares the names under each key. A name that means another thing in the earlier edition or in this one is given
    /// to nobody: two things would become one.
    pub(super) fn of(known: &KnownParts, stated: &StatedParts) -> Self {
        let before = owners(known.parts.iter().map(|(key, part)| (key.as_str(), part.facts.as_slice())));
        let now = owners(stated.parts.iter().map(|part| (part.key.as_str(), part.facts.as_slice())));
        let mut names = Self { taken: now.keys().cloned().collect(), ..Self::default() };
        for part in &stated.parts {
            let Some(known) = known.parts.get(&part.key) else { continue };
            // Whether a name means the things of this part alone, in one of the two editions.
            let is_own = |name: &str, owners: &HashMap<Key, Option<&str>>| {
                let is_it = |owner: Option<&str>| owner == Some(part.key.as_str());
                Key::of(name).is_some_and(|name| owners.get(&name).copied().is_none_or(is_it))
            };
            for (label, former) in labels(&part.facts).zip(labels(&known.facts)) {
                if !is_own(label, &before) {
                    continue;
                }
                let earlier = known.facts.iter().filter_map(|fact| match fact {
                    Fact::Renamed { from, to } if to == former => Some(from.as_str()),
                    _ => None,
                });
                let mut seen = HashSet::from([label]);
                for from in earlier.chain([former]).filter(|from| seen.insert(from)) {
                    if is_own(from, &before) && is_own(from, &now) {
                        names.note(&part.key, from, label);
                    }
                }
            }
        }
        names
    }

    fn note(&mut self, key: &str, from: &str, to: &str) {
        self.now.insert(from.to_owned(), to.to_owned());
        let renamed = Fact::Renamed { from: from.to_owned(), to: to.to_owned() };
        self.by_key.entry(key.to_owned()).or_default().push(renamed);
    }

    /// Returns the facts that rename the things under a key.
    pub(super) fn under(&self, key: &str) -> &[Fact] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// Whether a fact gives a thing a further name that means a thing of this edition, which is another one.
    pub(super) fn is_taken(&self, fact: &Fact) -> bool {
        match fact {
            Fact::Renamed { from: name, to: label } | Fact::Merged { drop: name, keep: label } => {
                let key = Key::of(name);
                key != Key::of(label) && key.is_some_and(|key| self.taken.contains(&key))
            }
            _ => false,
        }
    }

    /// Returns facts of the earlier edition as they read under the names of now, without numbers of claims and without
    /// renamings, so that they can be compared with what this edition states.
    pub(super) fn read_now(&self, facts: &[Fact]) -> Vec<Fact> {
        let now = |label: &String| self.now.get(label).unwrap_or(label).clone();
        let read = facts.iter().filter_map(|fact| match fact {
            Fact::Renamed { .. } => None,
            Fact::Named { label, kind } => Some(Fact::Named { label: now(label), kind: *kind }),
            Fact::Set { label, attribute, words } => {
                Some(Fact::Set { label: now(label), attribute: *attribute, words: words.clone() })
            }
            Fact::Described { label, words } => Some(Fact::Described { label: now(label), words: words.clone() }),
            Fact::Merged { keep, drop } => Some(Fact::Merged { keep: now(keep), drop: drop.clone() }),
            Fact::Claimed(claim) => {
                let mut claim = claim.clone();
                (claim.from, claim.to, claim.claim) = (now(&claim.from), now(&claim.to), 0);
                Some(Fact::Claimed(claim))
            }
            fact => Some(fact.clone()),
        });
        read.collect()
    }
}

/// Returns the labels of the things that facts name, in order.
fn labels(facts: &[Fact]) -> impl Iterator<Item = &str> {
    facts.iter().filter_map(|fact| match fact {
        Fact::Named { label, .. } => Some(label.as_str()),
        _ => None,
    })
}

/// Returns the key under which each name is or was given to a thing; `None` for a name that is given under several.
fn owners<'a>(parts: impl Iterator<Item = (&'a str, &'a [Fact])>) -> HashMap<Key, Option<&'a str>> {
    let mut owners: HashMap<Key, Option<&str>> = HashMap::new();
    for (key, facts) in parts {
        let former = facts.iter().filter_map(|fact| match fact {
            Fact::Renamed { from, .. } => Some(from.as_str()),
            _ => None,
        });
        for name in labels(facts).chain(former).filter_map(Key::of) {
            let known = owners.entry(name).or_insert(Some(key));
            if *known != Some(key) {
                *known = None;
            }
        }
    }
    owners
}
