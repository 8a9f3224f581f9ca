use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::chronology::Chronology;
use super::plain_names::PlainNames;
use super::{Key, Moment};

/// A statement that two names are one thing (merge), or are two things after all (unmerge).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Joining {
    pub(super) keep: Key,
    pub(super) drop: Key,
    pub(super) joined: bool,
}

/// Records which names stand for which thing.
///
/// Every merge and unmerge is stored, and the aliases are computed from all of them. So taking a merge back leaves
/// exactly the aliases that would be without that merge.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "PackedMerging")]
pub(super) struct Merging {
    said: Chronology<Joining>,
    /// The names of sessions in which names that differ in an operator are one thing.
    plain: PlainNames,
    #[serde(skip)]
    aliases: Aliases,
}

/// What is packed of the merges; the aliases follow from it.
#[derive(Deserialize)]
struct PackedMerging {
    said: Chronology<Joining>,
    plain: PlainNames,
}

impl From<PackedMerging> for Merging {
    fn from(PackedMerging { said, plain }: PackedMerging) -> Self {
        let packed = Self { said, plain, aliases: Aliases::default() };
        Self { aliases: packed.retold(), ..packed }
    }
}

impl Merging {
    /// Adds a merge or an unmerge.
    pub(super) fn add(&mut self, moment: Moment, joining: Joining) {
        let newest = self.said.last().is_none_or(|(last, _)| *last < moment);
        if newest && joining.joined {
            self.aliases.join(&moment, &joining);
            self.said.add(moment, joining);
        } else {
            self.said.add(moment, joining);
            self.aliases = self.retold();
        }
    }

    /// Adds a name of a session without exact names.
    pub(super) fn hear_plainly(&mut self, name: &Key, moment: Moment) {
        if self.plain.hear(name, moment) {
            self.aliases = self.retold();
        }
    }

    /// Returns the other names that differ from this one in operators only and are one thing with it, if it is the
    /// first of them; `None` if it is a later one.
    pub(super) fn spelled_plainly<'a>(&'a self, name: &'a Key) -> Option<impl Iterator<Item = &'a Key>> {
        let is_later = self.aliases.since(name).is_some_and(|since| *since == Moment::start());
        let others = self.plain.like(name).filter(move |other| *other != name);
        (!is_later).then_some(others)
    }

    /// Returns the aliases of which nobody has to say anything: names that differ in operators only, in sessions
    /// without exact names.
    fn unsaid(&self) -> Aliases {
        let mut aliases = Aliases::default();
        for (keep, drop) in self.plain.joined() {
            aliases.join(&Moment::start(), &Joining { keep: keep.clone(), drop: drop.clone(), joined: true });
        }
        aliases
    }

    fn retold(&self) -> Aliases {
        let (unsaid, start) = (self.unsaid(), Moment::start());
        let first = |name| unsaid.canonical_at(name, &start);
        let mut aliases = unsaid.clone();
        let mut standing: Vec<(&Moment, &Joining)> = Vec::new();
        for (moment, said) in self.said.iter() {
            if said.joined {
                // A merge of two names that are one already is dropped: otherwise it would still hold after the first
                // merge is undone.
                if aliases.join(moment, said) {
                    standing.push((moment, said));
                }
            } else {
                let drop = first(&said.drop);
                standing.retain(|(joined, bond)| first(&bond.drop) != drop && aliases.since(drop) != Some(joined));
                aliases = unsaid.clone();
                for (moment, bond) in &standing {
                    aliases.join(moment, bond);
                }
            }
        }
        aliases
    }

    /// Returns the current aliases.
    pub(super) const fn aliases(&self) -> &Aliases {
        &self.aliases
    }
}

/// The aliases: which names are other names of a thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Aliases {
    /// For each alias the moment of its merge and the name it was joined to.
    links: BTreeMap<Key, (Moment, Key)>,
    /// For each canonical name that has aliases, these aliases.
    others: BTreeMap<Key, Vec<Key>>,
}

impl Aliases {
    /// Joins two names and returns whether they were two things before.
    fn join(&mut self, moment: &Moment, joining: &Joining) -> bool {
        let keep = self.canonical(&joining.keep).clone();
        let drop = self.canonical(&joining.drop).clone();
        if keep == drop {
            return false;
        }
        let mut moved = self.others.remove(&drop).unwrap_or_default();
        moved.push(drop.clone());
        self.others.entry(keep.clone()).or_default().extend(moved);
        self.links.insert(drop, (moment.clone(), keep));
        true
    }

    /// Returns every alias, with the name it was joined to and the moment, which is [`Moment::start`] if nobody said so.
    pub(super) fn links(&self) -> impl Iterator<Item = (&Key, &Key, &Moment)> {
        self.links.iter().map(|(drop, (since, keep))| (keep, drop, since))
    }

    /// Returns the canonical name of a name: the one that stays after all merges. A name that was never merged is its
    /// own.
    pub(super) fn canonical<'a>(&'a self, name: &'a Key) -> &'a Key {
        self.canonical_while(name, |_| true)
    }

    /// Returns the canonical name that a name had at a moment.
    pub(super) fn canonical_at<'a>(&'a self, name: &'a Key, moment: &Moment) -> &'a Key {
        self.canonical_while(name, |since| since <= moment)
    }

    fn canonical_while<'a>(&'a self, name: &'a Key, holds: impl Fn(&Moment) -> bool) -> &'a Key {
        let mut canonical = name;
        while let Some((_, next)) = self.links.get(canonical).filter(|(since, _)| holds(since)) {
            canonical = next;
        }
        canonical
    }

    /// Returns the moment at which a name was merged into another; `None` if it never was.
    pub(super) fn since(&self, name: &Key) -> Option<&Moment> {
        self.links.get(name).map(|(since, _)| since)
    }

    /// Returns the aliases of a canonical name.
    pub(super) fn others(&self, canonical: &Key) -> &[Key] {
        self.others.get(canonical).map_or(&[], Vec::as_slice)
    }

    /// Returns a canonical name and all its aliases.
    pub(super) fn all<'a>(&'a self, canonical: &'a Key) -> impl Iterator<Item = &'a Key> {
        std::iter::once(canonical).chain(self.others(canonical))
    }
}
