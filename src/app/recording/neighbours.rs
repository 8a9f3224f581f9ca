use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, KnownThing, Ledger};
use crate::record::{Attribute, Claim, Fact, Kind, Mode, Relation, Session, StepId};

/// What was said so far about who may feel a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Neighbours {
    /// The keys of possible units. Names that were taken back, or that have another kind, are filtered out on use.
    perhaps: BTreeSet<Key>,
    /// The targets of each exercise's effects.
    reached: BTreeMap<Option<String>, Reached>,
    /// For each thing, who was said to answer for it.
    owners: BTreeMap<Key, BTreeSet<Key>>,
    /// Whether names were merged, so that keys alone do not tell who answers for a target.
    joined: bool,
}

/// The current position in a session.
pub(super) struct Here<'a> {
    pub(super) session: &'a Session,
    pub(super) ledger: &'a Ledger,
    /// The current step.
    pub(super) step: Option<&'a StepId>,
}

/// The targets of an exercise's effects: as lower-case labels, and as keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Reached {
    labels: BTreeSet<String>,
    keys: BTreeSet<Key>,
    /// The owners of the targets, each with the thing owned.
    owners: BTreeMap<Key, Key>,
}

impl Neighbours {
    /// Returns the parties of the base ledger.
    pub(super) fn of(base: &Ledger) -> Self {
        let mut owners: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
        for (who, what) in base.said_to_own() {
            owners.entry(what.clone()).or_default().insert(who.clone());
        }
        let perhaps = base.perhaps(Kind::Party).cloned().collect();
        Self { perhaps, reached: BTreeMap::new(), owners, joined: base.has_aliases() }
    }

    /// Adds the next fact, which was said during `step`.
    pub(super) fn hear(&mut self, fact: &Fact, step: Option<&StepId>) {
        match fact {
            Fact::Named { label, kind: Kind::Party }
            | Fact::Set { label, attribute: Attribute::Kind(Kind::Party), .. } => self.perhaps.extend(Key::of(label)),
            Fact::Merged { keep, drop } | Fact::Unmerged { keep, drop } | Fact::Renamed { from: drop, to: keep } => {
                self.joined = true;
                self.perhaps.extend([keep, drop].into_iter().filter_map(|label| Key::of(label)));
            }
            Fact::Claimed(claim) if claim.kind.carries_sign() => self.reach(claim, step),
            Fact::Claimed(claim) if claim.kind == Relation::Owns => self.own(claim),
            _ => {}
        }
    }

    fn reach(&mut self, claim: &Claim, step: Option<&StepId>) {
        let reached = self.reached.entry(step.map(|step| step.exercise.clone())).or_default();
        reached.labels.insert(claim.to.to_lowercase());
        let Some(key) = Key::of(&claim.to) else { return };
        if !reached.keys.contains(&key) {
            let owners = self.owners.get(&key).into_iter().flatten();
            reached.owners.extend(owners.map(|owner| (owner.clone(), key.clone())));
            reached.keys.insert(key);
        }
    }

    fn own(&mut self, claim: &Claim) {
        let (Some(who), Some(what)) = (Key::of(&claim.from), Key::of(&claim.to)) else { return };
        for reached in self.reached.values_mut().filter(|reached| reached.keys.contains(&what)) {
            reached.owners.insert(who.clone(), what.clone());
        }
        self.owners.entry(what).or_default().insert(who);
    }

    /// Returns a unit that the change may affect and that does not own the change. The order is: units that answer for
    /// `moved`; units of people present, first those about which nothing was said; units that the change affects; any
    /// other unit, once the owner of the change is known.
    pub(super) fn next_door(&self, here: &Here<'_>, focus: Option<&str>, moved: Option<&str>) -> Option<String> {
        let Here { session, ledger, .. } = *here;
        let owns = |party: &str| focus.is_some_and(|focus| draws(ledger, party, focus, Relation::Owns));
        let first = |parties: Vec<&str>| parties.into_iter().find(|party| !owns(party)).map(str::to_owned);
        let answering =
            || first(moved.map(|moved| parties(ledger.starts_of(Relation::Owns, moved))).unwrap_or_default());
        let present = || {
            let here_too = session.people().iter().filter_map(|person| person.party.as_deref());
            let present: Vec<&str> = here_too.filter(|party| !owns(party)).collect();
            let untouched = present.iter().find(|party| !self.is_touched(here, party));
            untouched.or(present.first()).map(|party| (*party).to_owned())
        };
        let reached = || {
            let reached = |party: &&str| focus.is_some_and(|focus| draws(ledger, focus, party, Relation::Affects));
            self.parties(ledger).filter(reached).find(|party| !owns(party)).map(str::to_owned)
        };
        let others = || {
            // A person alone who names one unit has most likely named their own.
            let owned = || focus.is_some_and(|focus| !parties(ledger.starts_of(Relation::Owns, focus)).is_empty());
            let placed = session.mode() == Mode::Live || owned();
            self.parties(ledger).filter(|_| placed).find(|party| !owns(party)).map(str::to_owned)
        };
        answering().or_else(present).or_else(reached).or_else(others)
    }

    /// Returns every party, in key order.
    fn parties<'a>(&'a self, ledger: &'a Ledger) -> impl Iterator<Item = &'a str> {
        let known_keys = self.perhaps.iter().filter(|key| ledger.key_of(key.as_str()) == Some(*key));
        let known = known_keys.filter_map(|key| ledger.thing(key.as_str()));
        known.filter(|known| known.kind == Kind::Party).map(|known| known.label)
    }

    /// Whether the current exercise named an effect on a unit, or on something that the unit answers for.
    fn is_touched(&self, here: &Here<'_>, party: &str) -> bool {
        let exercise = here.step.map(|step| step.exercise.clone());
        let Some(reached) = self.reached.get(&exercise) else { return false };
        let ledger = here.ledger;
        if reached.labels.contains(&party.to_lowercase()) {
            return true;
        }
        if !self.joined {
            let Some(owned) = Key::of(party).and_then(|party| reached.owners.get(&party)) else { return false };
            if draws(ledger, party, owned.as_str(), Relation::Owns) {
                return true;
            }
        }
        let answers_for = || ledger.ends_of(party, Relation::Owns).into_iter();
        let is_reached = |known: KnownThing<'_>| ledger.names_of(known.label).any(|name| reached.keys.contains(name));
        answers_for().any(is_reached)
    }
}

fn parties(things: Vec<KnownThing<'_>>) -> Vec<&str> {
    things.into_iter().filter(|known| known.kind == Kind::Party).map(|known| known.label).collect()
}

fn draws(ledger: &Ledger, from: &str, to: &str, relation: Relation) -> bool {
    ledger.latest_on(from, to).is_some_and(|claim| claim.kind == relation)
}
