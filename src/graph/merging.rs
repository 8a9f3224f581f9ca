use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::aliases::Aliases;
use super::chronology::Chronology;
use super::plain_names::PlainNames;
use super::{Key, Moment};

/// What somebody said about two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Bond {
    /// They are one thing.
    Merged,
    /// The thing with the second name is called by the first from now on.
    Renamed,
    /// A newer edition of an imported file calls the thing with the second name by the first. The thing is shown so only
    /// where it was still shown under the second name: how people call it counts before.
    Relisted,
    /// They are two things after all.
    Parted,
}

/// A statement about two names.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Joining {
    pub(super) keep: Key,
    pub(super) drop: Key,
    pub(super) bond: Bond,
}

/// What a statement changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// Two things became one.
    Joined,
    /// A thing is shown under another of its names.
    Shown,
}

impl Joining {
    /// Says again what this statement changed when it was made.
    fn apply(&self, change: Change, moment: &Moment, aliases: &mut Aliases) {
        match (self.bond, change) {
            (Bond::Renamed, Change::Joined) => {
                aliases.join(moment, &self.drop, &self.keep);
                aliases.show(&self.keep);
            }
            (Bond::Relisted, Change::Joined) => {
                let was_shown = aliases.canonical(&self.drop) == &self.drop;
                aliases.join(moment, &self.drop, &self.keep);
                if was_shown {
                    aliases.show(&self.keep);
                }
            }
            (_, Change::Joined) => {
                aliases.join(moment, &self.keep, &self.drop);
            }
            (_, Change::Shown) if aliases.holder(&self.keep) == aliases.holder(&self.drop) => aliases.show(&self.keep),
            // The two are no longer one thing.
            (_, Change::Shown) => {}
        }
    }

    /// Returns what the statement changes; `None` if it changes nothing. Merging two names of one thing in the other
    /// order shows the thing under the other name.
    fn change(&self, aliases: &Aliases, plain: &PlainNames) -> Option<Change> {
        let shown = aliases.canonical(&self.keep);
        if shown != aliases.canonical(&self.drop) {
            return Some(Change::Joined);
        }
        let turned = self.bond == Bond::Renamed || plain.are_one(shown, &self.drop);
        (turned && !plain.are_one(shown, &self.keep)).then_some(Change::Shown)
    }

    /// Whether the statement ends when the name for which `is_it` holds becomes a thing of its own.
    fn ends_with(&self, change: Change, is_it: impl Fn(&Key) -> bool) -> bool {
        match (self.bond, change) {
            (Bond::Renamed | Bond::Relisted, Change::Joined) => is_it(&self.keep),
            (_, Change::Joined) => is_it(&self.drop),
            (_, Change::Shown) => is_it(&self.keep) || is_it(&self.drop),
        }
    }
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
    aliases: Arc<Aliases>,
}

/// What is packed of the merges; the aliases follow from it.
#[derive(Deserialize)]
struct PackedMerging {
    said: Chronology<Joining>,
    plain: PlainNames,
}

impl From<PackedMerging> for Merging {
    fn from(PackedMerging { said, plain }: PackedMerging) -> Self {
        let packed = Self { said, plain, aliases: Arc::default() };
        Self { aliases: packed.retold().into(), ..packed }
    }
}

impl Merging {
    /// Adds a merge or an unmerge.
    pub(super) fn add(&mut self, moment: Moment, joining: Joining) {
        let newest = self.said.last().is_none_or(|(last, _)| *last < moment);
        if newest && joining.bond != Bond::Parted {
            if let Some(change) = joining.change(&self.aliases, &self.plain) {
                joining.apply(change, &moment, Arc::make_mut(&mut self.aliases));
            }
            self.said.add(moment, joining);
        } else {
            self.said.add(moment, joining);
            self.aliases = self.retold().into();
        }
    }

    /// Adds a name of a session without exact names.
    pub(super) fn hear_plainly(&mut self, name: &Key, moment: Moment) {
        if self.plain.hear(name, moment) {
            self.aliases = self.retold().into();
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
            aliases.join(&Moment::start(), keep, drop);
        }
        aliases
    }

    fn retold(&self) -> Aliases {
        let (unsaid, start) = (self.unsaid(), Moment::start());
        let first = |name| unsaid.holder_at(name, &start);
        let mut aliases = unsaid.clone();
        let mut standing: Vec<(&Moment, &Joining, Change)> = Vec::new();
        for (moment, said) in self.said.iter() {
            if said.bond == Bond::Parted {
                let drop = first(&said.drop);
                let ends =
                    |bond: &Joining, change| bond.ends_with(change, |name| unsaid.holder_at(name, &start) == drop);
                standing.retain(|(joined, bond, change)| !ends(bond, *change) && aliases.since(drop) != Some(joined));
                aliases = unsaid.clone();
                for (moment, bond, change) in &standing {
                    bond.apply(*change, moment, &mut aliases);
                }
            } else if let Some(change) = said.change(&aliases, &self.plain) {
                // A merge of two names that are one already is dropped: otherwise it would still hold after the first
                // merge is undone.
                said.apply(change, moment, &mut aliases);
                standing.push((moment, said, change));
            }
        }
        aliases
    }

    /// Whether the statement of this moment renamed a thing.
    pub(super) fn is_renaming(&self, moment: &Moment) -> bool {
        self.said.at(moment).is_some_and(|said| matches!(said.bond, Bond::Renamed | Bond::Relisted))
    }

    /// Returns the current aliases.
    pub(super) fn aliases(&self) -> &Aliases {
        &self.aliases
    }
}
