use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Ledger};
use crate::record::spoken::listed;
use crate::record::{Claim, Kind, Relation, Sign, StepId};

/// An effect said in this session, with its sign when the change happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SaidEffect {
    /// What is moved.
    pub(super) to: String,
    /// The identity of that.
    key: Key,
    /// Which way: of less handle time that brings more calls, more.
    sign: Sign,
}

impl SaidEffect {
    pub(super) fn phrase(&self) -> String {
        in_words(&self.to, self.sign)
    }
}

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(in crate::app) fn in_words(label: &str, sign: Sign) -> String {
    let amount = match sign {
        Sign::Minus => "less ",
        Sign::Plus => "more ",
        Sign::Unknown | Sign::NoEffect => "a change in ",
    };
    format!("{amount}{label}")
}

/// Every effect that was said, in order; where two chains reach one thing, the sign of the first counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SaidEffects {
    signs: BTreeMap<Key, Sign>,
    /// The effects that go a known way.
    signed: Vec<SaidEffect>,
    /// From what somebody has gone on.
    gone_on: BTreeSet<Key>,
    /// The first of the signed ones from which nobody has gone on. Who has gone on stays so, thus it only moves on.
    open: usize,
    /// What was named in each exercise, each thing once.
    named: BTreeMap<Option<String>, NamedEffects>,
}

/// What effects of an exercise move, each thing once, as it was called first and the first known way it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct NamedEffects {
    order: Vec<SaidEffect>,
    places: BTreeMap<Key, usize>,
}

impl SaidEffects {
    /// Takes in the claim that came next, said during a step.
    pub(super) fn hear(&mut self, claim: &Claim, step: Option<&StepId>) {
        if claim.kind != Relation::Affects || claim.imagined || claim.sign == Sign::NoEffect {
            return;
        }
        let (Some(from), Some(key)) = (Key::of(&claim.from), Key::of(&claim.to)) else { return };
        let sign = times(claim.sign, self.signs.get(&from).copied().unwrap_or(Sign::Plus));
        let effect = SaidEffect { to: claim.to.clone(), key, sign };
        let exercise = step.map(|step| step.exercise.clone());
        self.named.entry(exercise).or_default().hear(&effect);
        if sign != Sign::Unknown {
            self.signs.entry(effect.key.clone()).or_insert(sign);
            self.signed.push(effect);
        }
        self.gone_on.insert(from);
        while self.signed.get(self.open).is_some_and(|effect| self.gone_on.contains(&effect.key)) {
            self.open += 1;
        }
    }

    /// The first effect from which nobody has gone on.
    pub(super) fn open(&self) -> Option<&SaidEffect> {
        self.signed.get(self.open)
    }

    /// Every effect of the exercise that is on, each thing once: "more calls, less time and a change in morale".
    pub(super) fn named_in(&self, step: Option<&StepId>, ledger: &Ledger) -> Option<String> {
        let exercise = step.map(|step| step.exercise.clone());
        let is_people = |label: &str| ledger.thing(label).is_some_and(|thing| thing.kind == Kind::Party);
        let named = self.named.get(&exercise)?.order.iter().filter(|effect| !is_people(&effect.to));
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
