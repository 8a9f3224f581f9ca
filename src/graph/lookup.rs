use std::collections::{BTreeMap, BTreeSet};

use crate::record::visits::visit;
use crate::record::{Attribute, Claim, Kind, Relation, SessionId, Want};

use super::adjacency::ArrowSide;
use super::aliases::Aliases;
use super::name_record::NameRecord;
use super::paged::PagedMap;
use super::session_record::Met;
use super::trait_record::SaidAndListed;
use super::traits::{Trait, Traits};
use super::{Key, Ledger, Moment};

/// A thing that was named in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownThing<'a> {
    /// Its label: the first spelling of its canonical name.
    pub label: &'a str,
    /// Its kind; [`Kind::Unknown`] until somebody said.
    pub kind: Kind,
}

/// A name that was merged into another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedName {
    /// The label of the name it was merged into.
    pub keep: String,
    /// The label of the merged name.
    pub drop: String,
    /// When it was merged, in milliseconds since 1970.
    pub time: i64,
    /// The session in which it was merged.
    pub session: SessionId,
}

impl Ledger {
    pub(super) fn aliases(&self) -> &Aliases {
        self.merging.aliases()
    }

    /// Returns the thing with this label, which may be any of its names.
    pub fn thing(&self, label: &str) -> Option<KnownThing<'_>> {
        let key = self.key_of(label)?;
        let name = self.names.get(key)?;
        Some(KnownThing { label: name.label(), kind: self.traits(key).kind })
    }

    /// Returns whether more or less is wanted of the thing with this label, which may be any of its names.
    pub fn wanted(&self, label: &str) -> Option<Want> {
        self.traits(self.key_of(label)?).want
    }

    /// Whether a spelling of this name has this word as its first or its last word, apart from case. `more calls` has
    /// `more` as a word of its own, `more_calls` does not, and both are spellings of one name.
    pub fn is_spelled_with(&self, label: &str, word: &str) -> bool {
        let Some(name) = Key::of(label).and_then(|key| self.names.get(&key)) else { return false };
        let is_it = |found: Option<&str>| found.is_some_and(|found| found.to_lowercase() == word.to_lowercase());
        name.spellings().any(|(spelled, _)| {
            let mut words = spelled.split_whitespace();
            let first = words.next();
            is_it(first) || is_it(words.next_back().or(first))
        })
    }

    /// Returns the label of every thing, in key order; of a thing with several names, the canonical one.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.canonical_names().map(|(_, name)| name.label())
    }

    /// Returns every thing with its kind, in key order; a thing with several names is listed under the canonical one.
    pub fn things(&self) -> impl Iterator<Item = KnownThing<'_>> {
        self.canonical_names().map(|(key, name)| KnownThing { label: name.label(), kind: self.traits(key).kind })
    }

    /// Returns the key of every thing, in order; of a thing with several names, the canonical one.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.canonical_names().map(|(key, _)| key)
    }

    pub(super) fn canonical_names(&self) -> impl Iterator<Item = (&Key, &NameRecord)> {
        let names = self.names.iter().inspect(|_| visit()).map(|(key, name)| (key, name.as_ref()));
        names.filter(|(key, _)| self.aliases().is_shown(key))
    }

    /// Returns the canonical name of the thing with this label; `None` if the label was never mentioned.
    pub fn key_of(&self, label: &str) -> Option<&Key> {
        let key = Key::of(label)?;
        let (known, _) = self.names.entry(&key)?;
        Some(self.aliases().canonical(known))
    }

    /// Returns every name that somebody merged into another, in the order of the merges. A name that a thing got by
    /// being renamed is not listed.
    pub fn joined(&self) -> Vec<JoinedName> {
        let label = |key: &Key| self.names.get(key).map_or("", |name| name.label()).to_owned();
        let start = Moment::start();
        let mut links: Vec<_> = self.aliases().links().filter(|(.., since)| **since != start).collect();
        links.retain(|(.., since)| !self.merging.is_renaming(since));
        links.sort_by_key(|(.., since)| *since);
        let joined = |(keep, drop, since): (&Key, &Key, &Moment)| {
            let session = since.session.clone();
            JoinedName { keep: label(keep), drop: label(drop), time: since.time, session }
        };
        links.into_iter().map(joined).collect()
    }

    /// Whether any thing has several names, so that a key alone does not tell the thing.
    pub fn has_aliases(&self) -> bool {
        self.aliases().links().next().is_some()
    }

    /// Returns the sessions in which something was said under any name of this thing, by their ids in order.
    pub fn heard_in(&self, label: &str) -> BTreeSet<&SessionId> {
        let names = self.key_of(label).into_iter().flat_map(|key| self.aliases().all(key));
        let (mut heard, mut last) = (BTreeSet::new(), None::<&SessionId>);
        for session in names.filter_map(|key| self.names.get(key)).flat_map(|name| name.heard_in()) {
            // Consecutive statements are mostly of one session: comparing with the last one saves most insertions.
            if last.is_none_or(|last| !std::ptr::eq(last.as_str(), session.as_str())) {
                heard.insert(session);
                last = Some(session);
            }
        }
        heard
    }

    /// Whether something was said in a session under any name of this thing.
    pub fn is_heard_in(&self, label: &str, session: &SessionId) -> bool {
        let names = self.names_of(label).filter_map(|key| self.names.get(key));
        names.flat_map(|name| name.heard_in()).any(|heard| heard == session)
    }

    /// Returns the session with this id; `None` if the ledger does not hold it.
    pub fn met(&self, session: &str) -> Option<Met> {
        self.sessions.get(session).map(|meeting| meeting.met())
    }

    /// Returns the claim with this number in a session; `None` if it was taken back.
    pub fn claim(&self, session: &str, number: u32) -> Option<&Claim> {
        self.sessions.get(session)?.claim(number)
    }

    /// Returns the claim with the highest number in a session, among those that were not taken back.
    pub fn latest_claim(&self, session: &str) -> Option<&Claim> {
        self.sessions.get(session)?.latest_claim()
    }

    /// Returns the latest claim from one thing to another, of any relation and from any session, that was not taken
    /// back.
    pub fn latest_on(&self, from: &str, to: &str) -> Option<&Claim> {
        let (from, to) = (self.key_of(from)?, self.key_of(to)?);
        let starts = self.aliases().all(from).filter_map(|key| self.names.get(key));
        let told = starts.flat_map(|start| start.out.values());
        let told = told.flat_map(|out| self.aliases().all(to).filter_map(|key| out.get(key)));
        let latest =
            told.filter_map(|words| words.iter().rev().find_map(|(moment, word)| Some((moment, word.claim()?))));
        latest.max_by_key(|(moment, _)| *moment).map(|(_, claim)| claim)
    }

    /// Returns the things from which the latest claim to `to` has this relation, in key order.
    pub fn starts_of(&self, relation: Relation, to: &str) -> Vec<KnownThing<'_>> {
        self.ends(relation, to, ArrowSide::Into)
    }

    /// Returns the things to which the latest claim from `from` has this relation, in key order.
    pub fn ends_of(&self, from: &str, relation: Relation) -> Vec<KnownThing<'_>> {
        self.ends(relation, from, ArrowSide::Out)
    }

    fn ends(&self, relation: Relation, thing: &str, side: ArrowSide) -> Vec<KnownThing<'_>> {
        let Some(thing) = self.key_of(thing) else { return Vec::new() };
        let mut beside = self.beside(thing, relation, side);
        // A claim between two names of one thing is a claim from the thing to itself.
        beside.insert(thing);
        let says = |other: &&Key| {
            let (from, to) = side.ends(thing, other);
            self.latest_on(from.as_str(), to.as_str()).is_some_and(|claim| claim.kind == relation)
        };
        beside.into_iter().filter(says).filter_map(|key| self.thing(key.as_str())).collect()
    }

    /// Returns every name of the thing with this label, the canonical one first.
    pub fn names_of(&self, label: &str) -> impl Iterator<Item = &Key> {
        self.key_of(label).into_iter().flat_map(|key| self.aliases().all(key))
    }

    /// Returns every pair of an owner and what it was said to own, at any time, by the names that were typed.
    pub fn said_to_own(&self) -> impl Iterator<Item = (&Key, &Key)> {
        self.names.iter().flat_map(|(owner, name)| {
            let owned = name.out.get(&Relation::Owns).into_iter().flat_map(PagedMap::keys);
            owned.map(move |owned| (owner, owned))
        })
    }

    /// Returns every name that may belong to a thing of this kind: names that were given the kind, and all names that
    /// were ever part of a merge.
    pub fn perhaps(&self, kind: Kind) -> impl Iterator<Item = &Key> {
        let says = move |said: &Trait| match said {
            Trait::Read(of) | Trait::Set(Attribute::Kind(of)) => *of == kind,
            Trait::ReadVouchedParty => kind == Kind::Party,
            Trait::VouchedParty | Trait::Set(_) => false,
        };
        let called = self.names.iter().filter(move |(_, name)| name.traits.iter().any(|(_, said)| says(said)));
        called.map(|(key, _)| key).chain(self.aliases().links().flat_map(|(keep, drop, _)| [keep, drop]))
    }

    /// Returns what is known about a thing, which is given by its canonical name.
    ///
    /// What was said under a name before its merge is collected for the name alone; at the merge it fills in what the
    /// canonical name lacks. What is said under the name after the merge counts as said of the canonical name.
    ///
    /// What people said counts before what files state, whenever it was said.
    pub(super) fn traits(&self, canonical: &Key) -> Traits {
        let is_merged = self.aliases().all(canonical).nth(1).is_some();
        let told = if is_merged { self.told_of_all_names(canonical) } else { self.told_of_one_name(canonical) };
        let mut traits = told.together();
        traits.vouched_party |= self.aliases().all(canonical).any(|name| self.listed.contains(name));
        traits
    }

    fn told_of_one_name(&self, name: &Key) -> SaidAndListed {
        self.names.get(name).map(|name| name.traits.sum()).unwrap_or_default()
    }

    fn told_of_all_names(&self, canonical: &Key) -> SaidAndListed {
        let mut heard: BTreeMap<&Key, SaidAndListed> = BTreeMap::new();
        for (moment, name, said) in self.story(canonical) {
            let holder = self.aliases().holder_at(name, moment);
            if let Some(said) = said {
                heard.entry(holder).or_default().hear(said, self.is_import(&moment.session));
            } else {
                let other = heard.remove(name).unwrap_or_default();
                heard.entry(holder).or_default().fill_in(other);
            }
        }
        heard.remove(self.aliases().holder(canonical)).unwrap_or_default()
    }

    /// Returns what was said under all names of a thing, in time order; `None` marks the merge of a name.
    fn story<'a>(&'a self, canonical: &'a Key) -> Vec<(&'a Moment, &'a Key, Option<Trait>)> {
        let mut story = Vec::new();
        for key in self.aliases().all(canonical) {
            let said = self.names.get(key).into_iter().flat_map(|name| name.traits.iter()).inspect(|_| visit());
            story.extend(said.map(|(moment, said)| (moment, key, Some(*said))));
            story.extend(self.aliases().since(key).map(|since| (since, key, None)));
        }
        story.sort_by_key(|(moment, ..)| *moment);
        story
    }
}
