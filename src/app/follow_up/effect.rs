use std::collections::{BTreeMap, BTreeSet};

use crate::app::recording::Recording;
use crate::graph::Key;
use crate::record::spoken::listed;
use crate::record::{Fact, Kind, Relation, Sign, StepId};

/// An effect said in this session, the way it goes when the change comes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effect<'a> {
    from: &'a str,
    /// What is moved.
    pub(super) to: &'a str,
    /// Which way: of less handle time that brings more calls, more.
    sign: Sign,
    step: Option<&'a StepId>,
}

impl Effect<'_> {
    pub(super) fn phrase(&self) -> String {
        in_words(self.to, self.sign)
    }
}

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(super) fn in_words(label: &str, sign: Sign) -> String {
    let amount = match sign {
        Sign::Minus => "less ",
        Sign::Plus => "more ",
        Sign::Unknown | Sign::NoEffect => "a change in ",
    };
    format!("{amount}{label}")
}

/// Every effect that somebody holds, in the order in which they were said; where a chain meets, the first way counts.
pub(super) fn all(recording: &Recording) -> Vec<Effect<'_>> {
    let mut ways: BTreeMap<Key, Sign> = BTreeMap::new();
    let mut effects = Vec::new();
    for event in recording.session().live() {
        for fact in &event.facts {
            let Fact::Claimed(claim) = fact else { continue };
            if claim.kind != Relation::Affects || claim.imagined || claim.sign == Sign::NoEffect {
                continue;
            }
            let (Some(from), Some(to)) = (Key::of(&claim.from), Key::of(&claim.to)) else { continue };
            let sign = times(claim.sign, ways.get(&from).copied().unwrap_or(Sign::Plus));
            if sign != Sign::Unknown {
                ways.entry(to).or_insert(sign);
            }
            effects.push(Effect { from: &claim.from, to: &claim.to, sign, step: event.step.as_ref() });
        }
    }
    effects
}

const fn times(sign: Sign, start: Sign) -> Sign {
    match (sign, start) {
        (Sign::Plus, Sign::Minus) => Sign::Minus,
        (Sign::Minus, Sign::Minus) => Sign::Plus,
        (sign, _) => sign,
    }
}

/// The first effect from which nobody has gone on.
pub(super) fn open<'e, 'a>(effects: &'e [Effect<'a>]) -> Option<&'e Effect<'a>> {
    let gone_on: BTreeSet<Key> = effects.iter().filter_map(|effect| Key::of(effect.from)).collect();
    let is_open = |effect: &&Effect<'_>| Key::of(effect.to).is_some_and(|key| !gone_on.contains(&key));
    effects.iter().filter(|effect| effect.sign != Sign::Unknown).find(is_open)
}

/// Every effect of the exercise that is on, each thing once: "more calls, less time and a change in morale".
pub(super) fn named_here(recording: &Recording, effects: &[Effect<'_>]) -> Option<String> {
    let exercise = recording.step().map(|step| step.exercise.as_str());
    let here = effects.iter().filter(|effect| effect.step.map(|step| step.exercise.as_str()) == exercise);
    let is_people = |label: &str| recording.ledger().thing(label).is_some_and(|thing| thing.kind == Kind::Party);
    let mut named: Vec<(&str, Sign)> = Vec::new();
    for effect in here.filter(|effect| !is_people(effect.to)) {
        match named.iter_mut().find(|(label, _)| Key::of(label) == Key::of(effect.to)) {
            Some((_, sign)) if *sign == Sign::Unknown => *sign = effect.sign,
            Some(_) => {}
            None => named.push((effect.to, effect.sign)),
        }
    }
    let phrases: Vec<String> = named.into_iter().map(|(label, sign)| in_words(label, sign)).collect();
    (!phrases.is_empty()).then(|| listed(&phrases, "and"))
}
