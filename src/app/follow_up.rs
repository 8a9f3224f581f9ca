//! What a prompt can refer to: the change in question, an effect nobody has followed yet, a neighbour.

use super::coach::as_one_name;
use super::recording::Recording;
use crate::exercise::{Answer, Blanks, Catalogue};
use crate::graph::{Key, Ledger};
use crate::record::{Claim, Event, Fact, Kind, Relation, Sign};

/// The blanks of a prompt, as far as the session has got.
pub(super) fn blanks(recording: &Recording, catalogue: &Catalogue) -> Blanks {
    let focus = focus(recording, catalogue);
    let effect = open_effect(recording).map(|claim| effect_in_words(&claim));
    let neighbour = neighbour(recording.ledger(), focus.as_deref());
    Blanks { focus, effect, neighbour }
}

/// The same blanks as the grammar takes them: each one name, whatever it holds.
pub(super) fn as_names(blanks: Blanks) -> Blanks {
    let effect = blanks.effect.map(|effect| match effect.split_once(' ') {
        Some((amount @ ("more" | "less"), thing)) => format!("{amount} {}", as_one_name(thing)),
        _ => as_one_name(&effect),
    });
    Blanks { focus: blanks.focus.as_deref().map(as_one_name), effect, neighbour: blanks.neighbour }
}

/// The thing picked last at a step that asks to pick one.
pub fn focus(recording: &Recording, catalogue: &Catalogue) -> Option<String> {
    let picks = |event: &&Event| {
        let step = event.step.as_ref().and_then(|step| catalogue.step(step, recording.session().mode()));
        step.is_some_and(|(_, step)| step.answer == Answer::Pick)
    };
    let standing: Vec<&Event> = recording.session().live().filter(picks).collect();
    standing.into_iter().rev().find_map(|event| {
        event.facts.iter().find_map(|fact| match fact {
            Fact::Named { label, kind: Kind::Initiative } => Some(label.clone()),
            _ => None,
        })
    })
}

/// The latest effect said in this session from which nobody has gone on.
fn open_effect(recording: &Recording) -> Option<Claim> {
    let claims: Vec<&Claim> = recording.session().live().flat_map(|event| &event.facts).filter_map(claimed).collect();
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
