//! What a prompt can refer to: the change in question, an effect nobody has followed yet, a neighbour.

mod effect;
mod neighbour;
mod promise;

use super::recording::Recording;
use crate::capture;
use crate::exercise::{Answer, Blanks, Catalogue, Subject};
use crate::record::{Claim, Event, Fact, Kind, StepId};

/// As many characters of hopes fit a prompt.
const HOPES: usize = 110;

/// The blanks of a prompt, as far as the session has got, with what the step stands at.
pub(super) fn blanks(recording: &Recording, catalogue: &Catalogue, subject: Option<&Subject>) -> Blanks {
    let picks = recording.step_in(catalogue).is_some_and(|step| step.answer == Answer::Pick);
    // A step that asks for a change is not told one; any other is about the change that was talked about last.
    let focus = focus(recording, catalogue).or_else(|| last_of(recording, Kind::Initiative).filter(|_| !picks));
    let effects = effect::all(recording);
    let effect = effect::open(&effects);
    let mut blanks = Blanks::default();
    blanks.set("neighbour", neighbour::next_door(recording, focus.as_deref(), effect.map(|effect| effect.to)));
    blanks.set("focus", focus);
    blanks.set("effect", effect.map(effect::Effect::phrase));
    blanks.set("effects", effect::named_here(recording, &effects));
    blanks.set("hope", hope(recording, catalogue));
    blanks.set("party", last_of(recording, Kind::Party));
    let promise = promise::last(recording);
    blanks.set("who", promise.who);
    blanks.set("due", promise.due);
    blanks.set("whom", promise.whom);
    if let Some(subject) = subject {
        blanks.set("subject", Some(subject.says.clone()));
        blanks.set("a", subject.a.clone());
        blanks.set("b", subject.b.clone());
        blanks.set("thing", subject.thing.clone());
    }
    for name in ["focus", "subject", "a", "b"] {
        let known = blanks.of(name).and_then(|label| recording.ledger().thing(label));
        blanks.say(name, known.map(|thing| capture::thing_in_words(thing.label, thing.kind)));
    }
    let quoted = |subject: &Subject| Some(format!("{} ({})", subject.says, subject.quote.as_ref()?));
    blanks.say("subject", subject.and_then(quoted));
    blanks
}

/// The thing picked last at a step that asks to pick one; at such a step only what was picked since the exercise began.
pub fn focus(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
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

/// The ballots that were counted in the step that is on.
pub(super) fn counted(recording: &Recording) -> Vec<String> {
    let ballots = recording.session().live().filter(|event| event.step.as_ref() == recording.step());
    let ballots = ballots.flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Voted { ballot, .. } => Some(ballot.clone()),
        _ => None,
    });
    ballots.collect()
}

/// The plan as it was, where the step before the one that is on asked for it in a sentence.
pub(super) fn plan_before(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
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

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(super) fn effect_in_words(claim: &Claim) -> String {
    effect::in_words(&claim.to, claim.sign)
}
