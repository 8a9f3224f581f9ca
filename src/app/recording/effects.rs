use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Ledger};
use crate::record::spoken::listed;
use crate::record::{Claim, Kind, Relation, Sign, StepId};

/// The maximum number of effects among which the question is chosen, and of things that are walked over from the change
/// in focus: a prompt takes the same time in a long session as in a short one.
const CANDIDATES: usize = 48;
const WALKED: usize = 64;

/// An effect said in this session; its sign is that of its target when the change happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidEffect {
    /// The label of the target.
    pub(super) to: String,
    /// The key of the target.
    key: Key,
    /// The sign of the target: where less handle time brings more calls, plus.
    sign: Sign,
}

impl SaidEffect {
    pub(super) fn phrase(&self) -> String {
        in_words(&self.to, self.sign)
    }
}

/// Describes an effect without a verb, such as "less Handle time", because a label may be singular or plural.
pub(in crate::app) fn in_words(label: &str, sign: Sign) -> String {
    let amount = match sign {
        Sign::Minus => "less ",
        Sign::Plus => "more ",
        Sign::Unknown | Sign::NoEffect => "a change in ",
    };
    format!("{amount}{label}")
}

/// Every effect said, in order; where two chains reach one thing, the sign of the first counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SaidEffects {
    /// The effects whose sign is known.
    signed: Vec<SaidEffect>,
    /// For each target of these effects, the index of the first.
    first: BTreeMap<Key, usize>,
    /// For each thing, the things that it was said to move, in the order in which they were said.
    moved: BTreeMap<Key, Vec<Key>>,
    /// What a change is meant to move, and which way.
    aims: BTreeSet<(Key, Sign)>,
    /// The things from which a later claim continues.
    gone_on: BTreeSet<Key>,
    /// The index of the first entry of `signed` from which no claim continues. It only grows, because claims stay.
    open: usize,
    /// The effects named in each exercise, each target once.
    named: BTreeMap<Option<String>, NamedEffects>,
}

/// The targets of an exercise's effects, each once, with its first label and its first known sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct NamedEffects {
    order: Vec<SaidEffect>,
    places: BTreeMap<Key, usize>,
}

impl SaidEffects {
    /// Adds the next claim, which was said during `step`.
    pub(super) fn hear(&mut self, claim: &Claim, step: Option<&StepId>) {
        if claim.kind == Relation::Aims {
            self.aims.extend(Key::of(&claim.to).map(|key| (key, claim.sign)));
        }
        if claim.kind != Relation::Affects || claim.imagined || claim.sign == Sign::NoEffect {
            return;
        }
        let (Some(from), Some(key)) = (Key::of(&claim.from), Key::of(&claim.to)) else { return };
        let sign = times(claim.sign, self.first_on(&from).map_or(Sign::Plus, |first| first.sign));
        let effect = SaidEffect { to: claim.to.clone(), key, sign };
        let exercise = step.map(|step| step.exercise.clone());
        self.named.entry(exercise).or_default().hear(&effect);
        let moved = self.moved.entry(from.clone()).or_default();
        if moved.len() < WALKED && !moved.contains(&effect.key) {
            moved.push(effect.key.clone());
        }
        if sign != Sign::Unknown {
            self.first.entry(effect.key.clone()).or_insert(self.signed.len());
            self.signed.push(effect);
        }
        self.gone_on.insert(from);
        while self.signed.get(self.open).is_some_and(|effect| self.gone_on.contains(&effect.key)) {
            self.open += 1;
        }
    }

    /// Returns the effect from which the question continues: the first from which no claim continues and
    /// that the change in focus leads to along arrows. One that the change is meant to have comes last, because
    /// nobody would have to do anything about it.
    pub(super) fn open(&self, focus: Option<&str>) -> Option<&SaidEffect> {
        let mut open = match focus.and_then(Key::of) {
            Some(focus) => self.open_behind(&focus),
            None => self.signed.iter().skip(self.open).filter(|effect| self.is_open(effect)).take(CANDIDATES).collect(),
        };
        let first = open.first().copied();
        open.retain(|effect| !self.aims.contains(&(effect.key.clone(), effect.sign)));
        open.first().copied().or(first)
    }

    /// Returns the first effect on a thing whose sign is known.
    fn first_on(&self, thing: &Key) -> Option<&SaidEffect> {
        self.signed.get(*self.first.get(thing)?)
    }

    fn is_open(&self, effect: &SaidEffect) -> bool {
        !self.gone_on.contains(&effect.key)
    }

    /// Returns the open effects among the nearest [`WALKED`] things to which a thing leads, in the order in which they
    /// were said.
    fn open_behind(&self, focus: &Key) -> Vec<&SaidEffect> {
        let mut met = BTreeSet::from([focus]);
        let mut walked = vec![focus];
        let mut at = 0;
        while let Some(here) = walked.get(at).copied() {
            let next = self.moved.get(here).into_iter().flatten().filter(|thing| met.insert(thing));
            walked.extend(next.take(WALKED.saturating_sub(walked.len())));
            at += 1;
        }
        let mut first: Vec<usize> = walked.iter().skip(1).filter_map(|key| self.first.get(*key)).copied().collect();
        first.sort_unstable();
        first.into_iter().filter_map(|index| self.signed.get(index)).filter(|effect| self.is_open(effect)).collect()
    }

    /// Describes the effects of the current exercise on things other than parties, each target once: "more calls, less
    /// time and a change in morale". With a party, effects on what another party answers for are left out.
    pub(super) fn named_in(&self, step: Option<&StepId>, ledger: &Ledger, party: Option<&str>) -> Option<String> {
        let exercise = step.map(|step| step.exercise.clone());
        let is_people = |label: &str| ledger.thing(label).is_some_and(|thing| thing.kind == Kind::Party);
        let shown = |party: &str| ledger.thing(party).map_or_else(|| party.to_owned(), |thing| thing.label.to_owned());
        let elsewhere = |label: &str| {
            let mut owners = ledger.starts_of(Relation::Owns, label);
            owners.retain(|owner| owner.kind == Kind::Party);
            let is_theirs = |party: &str| owners.iter().any(|owner| owner.label.eq_ignore_ascii_case(&shown(party)));
            party.is_some_and(|party| !owners.is_empty() && !is_theirs(party))
        };
        let named = self.named.get(&exercise)?.order.iter();
        let named = named.filter(|effect| !is_people(&effect.to) && !elsewhere(&effect.to));
        let phrases: Vec<String> = named.map(SaidEffect::phrase).collect();
        (!phrases.is_empty()).then(|| listed(&phrases, "and"))
    }
}

impl NamedEffects {
    fn hear(&mut self, effect: &SaidEffect) {
        match self.places.get(&effect.key).and_then(|place| self.order.get_mut(*place)) {
            Some(known) if known.sign == Sign::Unknown => known.sign = effect.sign,
            Some(_) => {}
            None => {
                self.places.insert(effect.key.clone(), self.order.len());
                self.order.push(effect.clone());
            }
        }
    }
}

const fn times(sign: Sign, start: Sign) -> Sign {
    match (sign, start) {
        (Sign::Plus, Sign::Minus) => Sign::Minus,
        (Sign::Minus, Sign::Minus) => Sign::Plus,
        (sign, _) => sign,
    }
}
