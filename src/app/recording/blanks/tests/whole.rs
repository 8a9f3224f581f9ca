//! The same references, worked out from the whole session: slow and simple.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::Recording;
use crate::exercise::{Answer, Blanks, Catalogue};
use crate::graph::Key;
use crate::record::spoken::listed;
use crate::record::{Event, Fact, Kind, Mode, Relation, Sign, StepId};

use crate::app::recording::effects::in_words;
use crate::app::recording::gist::HOPES;
use crate::app::recording::promise;

/// The blanks of a prompt, as far as the session has got, with what the step stands at.
pub(super) fn blanks(recording: &Recording, catalogue: &Catalogue) -> Blanks {
    let picks = recording.step_in(catalogue).is_some_and(|step| step.answer == Answer::Pick);
    // A step that asks for a change is not told one; any other is about the change that was talked about last.
    let focus = focus(recording, catalogue).or_else(|| last_of(recording, Kind::Initiative).filter(|_| !picks));
    let effects = all(recording);
    let effect = open(&effects, focus.as_deref());
    let mut blanks = Blanks::default();
    blanks.set("neighbour", next_door(recording, focus.as_deref(), effect.map(|effect| effect.to)));
    blanks.set("focus", focus);
    blanks.set("effect", effect.map(Effect::phrase));
    blanks.set("hope", hope(recording, catalogue));
    let promise = promise::Promised::of(recording, last_promise(recording).as_ref());
    // Whoever is to be asked speaks for their own team.
    let party = promise.party.clone().or_else(|| last_of(recording, Kind::Party));
    blanks.set("effects", named_here(recording, &effects, party.as_deref()));
    blanks.set("party", party);
    blanks.set("who", promise.who);
    blanks.set("due", promise.due);
    blanks.set("whom", promise.whom);
    blanks
}

fn last_promise(recording: &Recording) -> Option<crate::app::recording::gist::SaidPromise> {
    facts(recording).rev().find_map(|fact| match fact {
        Fact::Committed { text, who, due, .. } => {
            Some(crate::app::recording::gist::SaidPromise { text: text.clone(), who: who.clone(), due: *due })
        }
        _ => None,
    })
}

/// The thing picked last at a step that asks to pick one; at such a step only what was picked since the exercise began.
fn focus(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let mode = recording.session().mode();
    let is_pick = |step: &StepId| catalogue.step(step, mode).is_some_and(|(_, step)| step.answer == Answer::Pick);
    let standing = match recording.step() {
        Some(step) if is_pick(step) => since_entered(recording),
        _ => recording.session().live().collect(),
    };
    let picks = |event: &&Event| {
        // A line that says who answers for it picks nothing.
        let draws = event.facts.iter().any(|fact| matches!(fact, Fact::Claimed(_)));
        !draws && event.step.as_ref().is_some_and(is_pick)
    };
    standing.into_iter().filter(picks).rev().find_map(|event| {
        event.facts.iter().find_map(|fact| match fact {
            Fact::Named { label, kind: Kind::Initiative } => Some(label.clone()),
            _ => None,
        })
    })
}

/// What was said since the exercise that is on was entered from another one.
fn since_entered(recording: &Recording) -> Vec<&Event> {
    let (mut on, mut said) = (None, Vec::new());
    for event in recording.session().live() {
        for fact in &event.facts {
            if let Fact::StepEntered { step, .. } = fact
                && on.replace(&step.exercise) != Some(&step.exercise)
            {
                said.clear();
            }
        }
        said.push(event);
    }
    said
}

/// The agenda as it was, where the step before the one that is on asked for it in a sentence.
pub(super) fn text_before(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let step = recording.step()?;
    let before = StepId::new(&step.exercise, step.number.checked_sub(1)?);
    let (_, asked) = catalogue.step(&before, recording.session().mode())?;
    let sentence = asked.answer == Answer::Text && asked.bare.is_none() && !asked.unnamed;
    texts(recording, &before).pop().filter(|_| sentence)
}

/// The free text of a step.
fn texts(recording: &Recording, step: &StepId) -> Vec<String> {
    let said = recording.session().live().filter(|event| event.step.as_ref() == Some(step));
    let texts = said.flat_map(|event| &event.facts);
    texts.filter_map(|fact| if let Fact::Answered { text } = fact { Some(text.clone()) } else { None }).collect()
}

/// What would make the time worth it, as said at the end of arriving; the last word on it when there are many.
fn hope(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let last = catalogue.find("arrive")?.steps(recording.session().mode()).len();
    let mut said = texts(recording, &StepId::new("arrive", u16::try_from(last).ok()?));
    let all = said.join("; ");
    if all.chars().count() <= HOPES { Some(all).filter(|all| !all.is_empty()) } else { said.pop() }
}

/// The thing of this kind that was mentioned last.
fn last_of(recording: &Recording, kind: Kind) -> Option<String> {
    let is = |label: &str| recording.ledger().thing(label).is_some_and(|thing| thing.kind == kind);
    facts(recording).rev().find_map(|fact| match fact {
        Fact::Named { label, kind: named } if *named == kind => Some(label.clone()),
        Fact::Claimed(claim) if is(&claim.to) => Some(claim.to.clone()),
        Fact::Claimed(claim) if is(&claim.from) => Some(claim.from.clone()),
        _ => None,
    })
}

fn facts(recording: &Recording) -> impl DoubleEndedIterator<Item = &Fact> {
    let standing: Vec<&Event> = recording.session().live().collect();
    standing.into_iter().flat_map(|event| &event.facts)
}

/// An effect said in this session, with its sign when the change happens.
#[derive(Clone, Copy, Debug)]
struct Effect<'a> {
    from: &'a str,
    /// What is moved.
    to: &'a str,
    /// Which way: of less handle time that brings more calls, more.
    sign: Sign,
    step: Option<&'a StepId>,
}

impl Effect<'_> {
    fn phrase(&self) -> String {
        in_words(self.to, self.sign)
    }
}

/// Every effect that was said, in order; where two chains reach one thing, the sign of the first counts.
fn all(recording: &Recording) -> Vec<Effect<'_>> {
    let mut signs: BTreeMap<Key, Sign> = BTreeMap::new();
    let mut effects = Vec::new();
    for event in recording.session().live() {
        for fact in &event.facts {
            let Fact::Claimed(claim) = fact else { continue };
            if claim.kind != Relation::Affects || claim.imagined || claim.sign == Sign::NoEffect {
                continue;
            }
            let (Some(from), Some(to)) = (Key::of(&claim.from), Key::of(&claim.to)) else { continue };
            let sign = times(claim.sign, signs.get(&from).copied().unwrap_or(Sign::Plus));
            if sign != Sign::Unknown {
                signs.entry(to).or_insert(sign);
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

/// The first effect from which nobody has gone on, and that the change leads to along arrows.
fn open<'e, 'a>(effects: &'e [Effect<'a>], focus: Option<&str>) -> Option<&'e Effect<'a>> {
    let gone_on: BTreeSet<Key> = effects.iter().filter_map(|effect| Key::of(effect.from)).collect();
    let mut reached: BTreeSet<Key> = focus.and_then(Key::of).into_iter().collect();
    loop {
        let from = |effect: &&Effect<'_>| Key::of(effect.from).is_some_and(|key| reached.contains(&key));
        let next: BTreeSet<Key> = effects.iter().filter(from).filter_map(|effect| Key::of(effect.to)).collect();
        if next.is_subset(&reached) {
            break;
        }
        reached.extend(next);
    }
    let from_focus = |key: &Key| {
        let from = |effect: &Effect<'_>| Key::of(effect.from).is_some_and(|from| reached.contains(&from));
        effects.iter().any(|effect| from(effect) && Key::of(effect.to).as_ref() == Some(key))
    };
    let is_open = |effect: &&Effect<'_>| {
        Key::of(effect.to).is_some_and(|key| !gone_on.contains(&key) && (focus.is_none() || from_focus(&key)))
    };
    effects.iter().filter(|effect| effect.sign != Sign::Unknown).find(is_open)
}

/// Every effect of the exercise that is on, each thing once: "more calls, less time and a change in morale".
fn named_here(recording: &Recording, effects: &[Effect<'_>], party: Option<&str>) -> Option<String> {
    let exercise = recording.step().map(|step| step.exercise.as_str());
    let here = effects.iter().filter(|effect| effect.step.map(|step| step.exercise.as_str()) == exercise);
    let is_people = |label: &str| recording.ledger().thing(label).is_some_and(|thing| thing.kind == Kind::Party);
    // What another party answers for is no matter of the party that is asked.
    let known = parties(recording);
    let owners =
        |label: &str| known.iter().filter(|party| draws(recording, party, label, Relation::Owns)).collect::<Vec<_>>();
    let same = |one: &str, other: &str| {
        let shown = |label: &str| recording.ledger().thing(label).map(|thing| thing.label.to_owned());
        shown(one) == shown(other)
    };
    let is_elsewhere = |label: &str| {
        let owners = owners(label);
        party.is_some_and(|party| !owners.is_empty() && !owners.iter().any(|owner| same(owner, party)))
    };
    let mut named: Vec<(&str, Sign)> = Vec::new();
    for effect in here.filter(|effect| !is_people(effect.to) && !is_elsewhere(effect.to)) {
        match named.iter_mut().find(|(label, _)| Key::of(label) == Key::of(effect.to)) {
            Some((_, sign)) if *sign == Sign::Unknown => *sign = effect.sign,
            Some(_) => {}
            None => named.push((effect.to, effect.sign)),
        }
    }
    let phrases: Vec<String> = named.into_iter().map(|(label, sign)| in_words(label, sign)).collect();
    (!phrases.is_empty()).then(|| listed(&phrases, "and"))
}

/// A unit that the change may affect and that does not own the change.
///
/// Whoever answers for what the effect moves comes first; then who is here, those for whom nothing was said yet before
/// the others; then whom the change reaches; then any other unit, once it is known whose the change is.
fn next_door(recording: &Recording, focus: Option<&str>, moved: Option<&str>) -> Option<String> {
    let owns = |party: &str| focus.is_some_and(|focus| draws(recording, party, focus, Relation::Owns));
    let known = parties(recording);
    let answering =
        known.iter().filter(|party| moved.is_some_and(|moved| draws(recording, party, moved, Relation::Owns)));
    let here = recording.session().people().iter().filter_map(|person| person.party.clone());
    let (touched, untouched): (Vec<_>, Vec<_>) = here.partition(|party| is_touched(recording, party));
    let reached =
        known.iter().filter(|party| focus.is_some_and(|focus| draws(recording, focus, party, Relation::Affects)));
    // Somebody alone who names one unit has most likely named their own.
    let placed = recording.session().mode() == Mode::Live || known.iter().any(|party| owns(party));
    let others = known.iter().filter(|_| placed);
    let mut candidates =
        answering.cloned().chain(untouched).chain(touched).chain(reached.cloned()).chain(others.cloned());
    candidates.find(|party| !owns(party))
}

fn parties(recording: &Recording) -> Vec<String> {
    let parties = recording.ledger().things().filter(|thing| thing.kind == Kind::Party);
    parties.map(|thing| thing.label.to_owned()).collect()
}

fn draws(recording: &Recording, from: &str, to: &str, relation: Relation) -> bool {
    recording.ledger().latest_on(from, to).is_some_and(|claim| claim.kind == relation)
}

/// Whether an effect on a unit, or on something it answers for, was named in the exercise that is on.
fn is_touched(recording: &Recording, party: &str) -> bool {
    let exercise = recording.step().map(|step| step.exercise.as_str());
    let here =
        recording.session().live().filter(|event| event.step.as_ref().map(|step| step.exercise.as_str()) == exercise);
    here.flat_map(|event| &event.facts).any(|fact| match fact {
        Fact::Claimed(claim) if claim.kind.carries_sign() => {
            claim.to.to_lowercase() == party.to_lowercase() || draws(recording, party, &claim.to, Relation::Owns)
        }
        _ => false,
    })
}
