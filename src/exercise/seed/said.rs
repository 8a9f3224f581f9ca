use std::collections::BTreeSet;

use super::{StepContext, Subject};
use crate::graph::Key;
use crate::record::{Event, Fact, Matter, MatterKind};

/// Returns the hidden answers that were shown together in this exercise.
pub(super) fn shown(context: &StepContext<'_>) -> Vec<Subject> {
    let facts = context.in_exercise().flat_map(|event| &event.facts);
    let texts = facts.filter_map(|fact| match fact {
        Fact::Revealed { texts } => Some(texts),
        _ => None,
    });
    texts.flatten().map(|text| Subject { says: text.clone(), ..Subject::default() }).collect()
}

/// Returns the places to push: the free texts or things of the first step, after the opening one, in which any were
/// named. A remark made while they are rated is not one of them.
pub(super) fn candidates(context: &StepContext<'_>) -> Vec<Subject> {
    let number = |event: &Event| event.step.as_ref().map(|step| step.number);
    let before = context.in_exercise().filter(|event| {
        event.is_line() && number(event).is_some_and(|number| (2..context.step.number).contains(&number))
    });
    let named: Vec<(Option<u16>, Subject)> = before
        .flat_map(|event| event.facts.iter().filter_map(move |fact| Some((number(event), candidate(fact)?))))
        .collect();
    let first = named.iter().map(|(number, _)| *number).min();
    let mut seen = BTreeSet::new();
    let first = named.into_iter().filter(|(number, _)| Some(*number) == first).map(|(_, subject)| subject);
    first.filter(|subject| seen.insert(Key::of(&subject.says))).collect()
}

fn candidate(fact: &Fact) -> Option<Subject> {
    match fact {
        Fact::Answered { text } => Some(Subject { says: text.clone(), ..Subject::default() }),
        Fact::Named { label, .. } => Some(Subject::one(label)),
        _ => None,
    }
}

/// Returns the open commitments; those of earlier sessions come first.
pub(super) fn promises(context: &StepContext<'_>) -> Vec<Subject> {
    open(context, MatterKind::Promise)
}

/// Returns the parked items.
pub(super) fn parked(context: &StepContext<'_>) -> Vec<Subject> {
    open(context, MatterKind::Parked)
}

fn open(context: &StepContext<'_>, kind: MatterKind) -> Vec<Subject> {
    let here = &context.session.header().id;
    let settled_here = |matter: &Matter| {
        context.in_step().flat_map(|event| &event.facts).any(|fact| match fact {
            Fact::Settled { session, seq, .. } => {
                *seq == matter.seq && session.as_ref().unwrap_or(here) == &matter.session
            }
            _ => false,
        })
    };
    let of_kind = context.matters.iter().filter(|matter| matter.kind == kind);
    let listed = of_kind.filter(|matter| matter.is_open() || settled_here(matter));
    listed.map(|matter| subject(matter, here)).collect()
}

fn subject(matter: &Matter, here: &str) -> Subject {
    let elsewhere = (matter.session != here).then(|| matter.session.clone());
    Subject {
        says: matter.text.clone(),
        label: matter.about.clone(),
        seq: Some(matter.seq),
        session: elsewhere,
        ..Subject::default()
    }
}
