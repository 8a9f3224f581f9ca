use std::collections::BTreeMap;

use super::{Key, Moment};

/// The aliases: which names are other names of a thing, and which of its names each thing is shown under.
///
/// All names of a thing form a tree of links; the name at its root holds what was said before the others were joined to
/// it. The shown name is the root, unless a later statement chose another one.
#[derive(Clone, Debug, Default)]
pub(super) struct Aliases {
    /// For each alias the moment of its merge and the name it was joined to.
    links: BTreeMap<Key, (Moment, Key)>,
    /// For each root that has aliases, these aliases.
    others: BTreeMap<Key, Vec<Key>>,
    /// For each root that is not the name its thing is shown under, that name.
    shown: BTreeMap<Key, Key>,
}

impl Aliases {
    /// Joins two names and returns whether they were two things before. The thing is shown as `keep` was.
    pub(super) fn join(&mut self, moment: &Moment, keep: &Key, drop: &Key) -> bool {
        let keep = self.holder(keep).clone();
        let drop = self.holder(drop).clone();
        if keep == drop {
            return false;
        }
        let mut moved = self.others.remove(&drop).unwrap_or_default();
        moved.push(drop.clone());
        self.others.entry(keep.clone()).or_default().extend(moved);
        self.shown.remove(&drop);
        self.links.insert(drop, (moment.clone(), keep));
        true
    }

    /// Shows a thing under this one of its names.
    pub(super) fn show(&mut self, name: &Key) {
        let holder = self.holder(name).clone();
        if holder == *name {
            self.shown.remove(&holder);
        } else {
            self.shown.insert(holder, name.clone());
        }
    }

    /// Returns every alias, with the name it was joined to and the moment, which is [`Moment::start`] if nobody said so.
    pub(super) fn links(&self) -> impl Iterator<Item = (&Key, &Key, &Moment)> {
        self.links.iter().map(|(drop, (since, keep))| (keep, drop, since))
    }

    /// Returns the canonical name of a name: the one that its thing is shown under. A name that was never merged is its
    /// own.
    pub(super) fn canonical<'a>(&'a self, name: &'a Key) -> &'a Key {
        let holder = self.holder(name);
        self.shown.get(holder).unwrap_or(holder)
    }

    /// Whether a thing is shown under this name.
    pub(super) fn is_shown(&self, name: &Key) -> bool {
        if self.links.contains_key(name) { self.canonical(name) == name } else { !self.shown.contains_key(name) }
    }

    /// Returns the name that holds what was said under this one: the root of all names of the thing.
    pub(super) fn holder<'a>(&'a self, name: &'a Key) -> &'a Key {
        self.holder_while(name, |_| true)
    }

    /// Returns the name that held at a moment what was said under this one.
    pub(super) fn holder_at<'a>(&'a self, name: &'a Key, moment: &Moment) -> &'a Key {
        self.holder_while(name, |since| since <= moment)
    }

    fn holder_while<'a>(&'a self, name: &'a Key, holds: impl Fn(&Moment) -> bool) -> &'a Key {
        let mut holder = name;
        while let Some((_, next)) = self.links.get(holder).filter(|(since, _)| holds(since)) {
            holder = next;
        }
        holder
    }

    /// Returns the moment at which a name was joined to another; `None` if it never was.
    pub(super) fn since(&self, name: &Key) -> Option<&Moment> {
        self.links.get(name).map(|(since, _)| since)
    }

    /// Returns all names of the thing with this name, the canonical one first.
    pub(super) fn all<'a>(&'a self, name: &'a Key) -> impl Iterator<Item = &'a Key> {
        let holder = self.holder(name);
        let shown = self.shown.get(holder).unwrap_or(holder);
        let others = self.others.get(holder).map_or(&[][..], Vec::as_slice);
        std::iter::once(shown).chain(std::iter::once(holder).chain(others).filter(move |other| *other != shown))
    }
}
