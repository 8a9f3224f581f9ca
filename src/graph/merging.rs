use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::chronology::Chronology;
use super::{Key, Moment};

/// Somebody said that two names are one thing, or two things after all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Joining {
    pub(super) keep: Key,
    pub(super) drop: Key,
    pub(super) joined: bool,
}

/// Which names stand for which thing.
///
/// What was said is kept, and who stands for whom is told anew from it, so that taking a merge back leaves exactly
/// what would be there without it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Chronology<Joining>")]
pub(super) struct Merging {
    said: Chronology<Joining>,
    #[serde(skip)]
    aliases: Aliases,
}

impl From<Chronology<Joining>> for Merging {
    fn from(said: Chronology<Joining>) -> Self {
        let said = Self { said, aliases: Aliases::default() };
        Self { aliases: said.retold(), ..said }
    }
}

impl Merging {
    /// Takes in one more joining or parting.
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

    fn retold(&self) -> Aliases {
        let mut aliases = Aliases::default();
        let mut standing: Vec<(&Moment, &Joining)> = Vec::new();
        for (moment, said) in self.said.iter() {
            if said.joined {
                // Said of what was one thing already it adds nothing, and would outlive the parting of the two.
                if aliases.join(moment, said) {
                    standing.push((moment, said));
                }
            } else {
                standing.retain(|(joined, bond)| bond.drop != said.drop && aliases.since(&said.drop) != Some(joined));
                aliases = Aliases::default();
                for (moment, bond) in &standing {
                    aliases.join(moment, bond);
                }
            }
        }
        aliases
    }

    /// Who stands for whom now.
    pub(super) const fn aliases(&self) -> &Aliases {
        &self.aliases
    }
}

/// The names that are other names of a thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Aliases {
    /// A name that became another's, with the moment and the name it was joined to.
    links: BTreeMap<Key, (Moment, Key)>,
    /// The other names of a thing that has some.
    others: BTreeMap<Key, Vec<Key>>,
}

impl Aliases {
    /// Joins two names; whether they were two things before.
    fn join(&mut self, moment: &Moment, joining: &Joining) -> bool {
        let keep = self.kept(&joining.keep).clone();
        let drop = self.kept(&joining.drop).clone();
        if keep == drop {
            return false;
        }
        let mut moved = self.others.remove(&drop).unwrap_or_default();
        moved.push(drop.clone());
        self.others.entry(keep.clone()).or_default().extend(moved);
        self.links.insert(drop, (moment.clone(), keep));
        true
    }

    /// Every name that is another's, with the name it was joined to and the moment.
    pub(super) fn links(&self) -> impl Iterator<Item = (&Key, &Key, &Moment)> {
        self.links.iter().map(|(drop, (since, keep))| (keep, drop, since))
    }

    /// The name that is kept for this one; itself when it was never merged.
    pub(super) fn kept<'a>(&'a self, name: &'a Key) -> &'a Key {
        self.kept_while(name, |_| true)
    }

    /// The name that stood for this one at that moment.
    pub(super) fn kept_at<'a>(&'a self, name: &'a Key, moment: &Moment) -> &'a Key {
        self.kept_while(name, |since| since <= moment)
    }

    fn kept_while<'a>(&'a self, name: &'a Key, holds: impl Fn(&Moment) -> bool) -> &'a Key {
        let mut kept = name;
        while let Some((_, next)) = self.links.get(kept).filter(|(since, _)| holds(since)) {
            kept = next;
        }
        kept
    }

    /// Since when this name is another's.
    pub(super) fn since(&self, name: &Key) -> Option<&Moment> {
        self.links.get(name).map(|(since, _)| since)
    }

    /// The other names of a kept one.
    pub(super) fn others(&self, kept: &Key) -> &[Key] {
        self.others.get(kept).map_or(&[], Vec::as_slice)
    }

    /// The kept name and all its other names.
    pub(super) fn all<'a>(&'a self, kept: &'a Key) -> impl Iterator<Item = &'a Key> {
        std::iter::once(kept).chain(self.others(kept))
    }
}
