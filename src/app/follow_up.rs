//! What a prompt can refer to: the change in question, an effect nobody has followed yet, a neighbour.

use super::recording::Recording;
use crate::exercise::{Answer, Blanks, Catalogue, Subject};
use crate::graph::{Key, Ledger};
use crate::record::{Claim, Event, Fact, Kind, Mode, Relation, Sign};

/// The blanks of a prompt, as far as the session has got, with what the step stands at.
pub(super) fn blanks(recording: &Recording, catalogue: &Catalogue, subject: Option<&Subject>) -> Blanks {
    let picks = recording.step_in(catalogue).is_some_and(|step| step.answer == Answer::Pick);
    // A step that asks for a change is not told one; any other is about the change that was talked about last.
    let focus = focus(recording, catalogue).or_else(|| last_of(recording, Kind::Initiative).filter(|_| !picks));
    let mut blanks = Blanks::default();
    blanks.set("neighbour", neighbour(recording.ledger(), focus.as_deref()));
    blanks.set("focus", focus);
    blanks.set("effect", open_effect(recording).map(|claim| effect_in_words(&claim)));
    blanks.set("hope", said_in(recording, "arrive"));
    blanks.set("party", last_of(recording, Kind::Party));
    let (who, due) = last_promise(recording);
    blanks.set("who", who);
    blanks.set("due", due);
    if let Some(subject) = subject {
        blanks.set("subject", Some(subject.says.clone()));
        blanks.set("a", subject.a.clone());
        blanks.set("b", subject.b.clone());
        blanks.set("thing", subject.thing.clone());
    }
    blanks
}

/// The thing picked last at a step that asks to pick one.
pub fn focus(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let mode = recording.session().mode();
    let picks = |event: &&Event| {
        let step = event.step.as_ref().and_then(|step| catalogue.step(step, mode));
        // A line that says who answers for it picks nothing.
        let draws = event.facts.iter().any(|fact| matches!(fact, Fact::Claimed(_)));
        !draws && step.is_some_and(|(_, step)| step.answer == Answer::Pick)
    };
    let standing: Vec<&Event> = recording.session().live().filter(picks).collect();
    standing.into_iter().rev().find_map(|event| {
        event.facts.iter().find_map(|fact| match fact {
            Fact::Named { label, kind: Kind::Initiative } => Some(label.clone()),
            _ => None,
        })
    })
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

/// The last free text of an exercise.
fn said_in(recording: &Recording, exercise: &str) -> Option<String> {
    let here = |event: &&Event| event.step.as_ref().is_some_and(|step| step.exercise == exercise);
    let texts = recording.session().live().filter(here).flat_map(|event| &event.facts);
    texts.filter_map(|fact| if let Fact::Answered { text } = fact { Some(text.clone()) } else { None }).last()
}

/// Whose the last promise is, and by when, in words.
fn last_promise(recording: &Recording) -> (Option<String>, Option<String>) {
    let promise = facts(recording).rev().find_map(|fact| match fact {
        Fact::Committed { who, due, .. } => Some((who.clone(), *due)),
        _ => None,
    });
    let (who, due) = promise.unwrap_or_default();
    let session = recording.session();
    let called = |who: String| match session.mode() {
        // A message that one person writes names whom they ask.
        Mode::Solo => Some(recording.called(&who).to_owned()),
        Mode::Live => session.in_public(&who).map(str::to_owned),
    };
    (who.and_then(called), due.map(crate::capture::due_in_words))
}

/// The latest effect said in this session from which nobody has gone on.
fn open_effect(recording: &Recording) -> Option<Claim> {
    let claims: Vec<&Claim> = facts(recording).filter_map(claimed).collect();
    let gone_on: Vec<Key> = claims.iter().filter_map(|claim| Key::of(&claim.from)).collect();
    let open = |claim: &&&Claim| {
        let signed = matches!(claim.sign, Sign::Plus | Sign::Minus) && claim.kind == Relation::Affects;
        signed && Key::of(&claim.to).is_some_and(|key| !gone_on.contains(&key))
    };
    claims.iter().find(open).map(|claim| (*claim).clone())
}

const fn claimed(fact: &Fact) -> Option<&Claim> {
    match fact {
        Fact::Claimed(claim) => Some(claim),
        _ => None,
    }
}

/// "less Handle time": a phrase that needs no verb, because nobody knows whether a label is one or many.
pub(super) fn effect_in_words(claim: &Claim) -> String {
    let amount = match claim.sign {
        Sign::Minus => "less ",
        Sign::Plus => "more ",
        Sign::Unknown | Sign::NoEffect => "a change in ",
    };
    format!("{amount}{}", claim.to)
}

/// A team that is not the one answering for the change; the first by name, so that it stays the same.
fn neighbour(ledger: &Ledger, focus: Option<&str>) -> Option<String> {
    let owns = |party: &str| focus.is_some_and(|focus| ledger.latest_on(party, focus).is_some());
    let parties = ledger.things().filter(|thing| thing.kind == Kind::Party);
    parties.map(|thing| thing.label).find(|party| !owns(party)).map(str::to_owned)
}
