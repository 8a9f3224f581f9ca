use std::collections::BTreeSet;

use super::{Scene, Subject};
use crate::graph::Key;
use crate::record::{Fact, Matter, MatterKind};

/// The answers that were shown together in this exercise.
pub(super) fn shown(scene: &Scene<'_>) -> Vec<Subject> {
    let facts = scene.in_exercise().flat_map(|event| &event.facts);
    let texts = facts.filter_map(|fact| match fact {
        Fact::Revealed { texts } => Some(texts),
        _ => None,
    });
    texts.flatten().map(|text| Subject { says: text.clone(), ..Subject::default() }).collect()
}

/// Places to push that were named in the steps of this exercise before this one: free text, or things.
pub(super) fn candidates(scene: &Scene<'_>) -> Vec<Subject> {
    let before = scene.in_exercise().filter(|event| {
        event.step.as_ref().is_some_and(|step| step.number < scene.step.number && step.number > 1) && event.is_line()
    });
    let mut seen = BTreeSet::new();
    let named = before.flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Answered { text } => Some(Subject { says: text.clone(), ..Subject::default() }),
        Fact::Named { label, .. } => Some(Subject::one(label)),
        _ => None,
    });
    named.filter(|subject| seen.insert(Key::of(&subject.says))).collect()
}

/// Who wanted to do what, as long as nobody has said what became of it; what was said in earlier sessions first.
pub(super) fn promises(scene: &Scene<'_>) -> Vec<Subject> {
    open(scene, MatterKind::Promise)
}

/// What was put aside.
pub(super) fn parked(scene: &Scene<'_>) -> Vec<Subject> {
    open(scene, MatterKind::Parked)
}

fn open(scene: &Scene<'_>, kind: MatterKind) -> Vec<Subject> {
    let here = &scene.session.header().id;
    let settled_here = |matter: &Matter| {
        scene.in_step().flat_map(|event| &event.facts).any(|fact| match fact {
            Fact::Settled { session, seq, .. } => {
                *seq == matter.seq && session.as_ref().unwrap_or(here) == &matter.session
            }
            _ => false,
        })
    };
    let of_kind = scene.matters.iter().filter(|matter| matter.kind == kind);
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
