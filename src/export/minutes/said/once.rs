use std::collections::BTreeSet;

use super::subject::Subjects;
use crate::graph::Key;
use crate::record::{Basis, Claim, Event, Fact, Relation, Sign, Strength};

/// An arrow as a line states it.
type StatedArrow = (Option<Key>, Option<Key>, Relation, Sign);

/// Recognises lines that add nothing to the others.
#[derive(Debug, Default)]
pub(super) struct Once {
    sentences: BTreeSet<String>,
    /// The arrows of lines with words, with a reason, or with how it is known.
    told_in_full: BTreeSet<StatedArrow>,
    bare: BTreeSet<StatedArrow>,
}

impl Once {
    /// Prepares for the lines of these events.
    pub(super) fn of(events: &[Event], subjects: &Subjects<'_>) -> Self {
        let full = events.iter().filter(|event| !is_bare(event));
        let told_in_full = full.flat_map(claims).map(|claim| arrow(claim, subjects)).collect();
        Self { told_in_full, ..Self::default() }
    }

    /// Whether a line says something new: its sentence is new, and it is no bare statement of arrows that other lines
    /// tell in full or that were stated before.
    ///
    /// After two names became one thing, what was said of both is the same sentence.
    pub(super) fn adds(&mut self, event: &Event, sentence: &str, subjects: &Subjects<'_>) -> bool {
        let is_new = self.sentences.insert(sentence.to_owned());
        let stated: Vec<StatedArrow> = claims(event).map(|claim| arrow(claim, subjects)).collect();
        if stated.is_empty() || !is_bare(event) {
            return is_new;
        }
        let known = stated.iter().all(|arrow| self.told_in_full.contains(arrow) || self.bare.contains(arrow));
        self.bare.extend(stated);
        is_new && !known
    }
}

fn claims(event: &Event) -> impl Iterator<Item = &Claim> {
    event.stated().iter().filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim) } else { None })
}

fn arrow(claim: &Claim, subjects: &Subjects<'_>) -> StatedArrow {
    let key = |label: &str| subjects.key(label).cloned().or_else(|| Key::of(label));
    (key(&claim.from), key(&claim.to), claim.kind, claim.sign)
}

/// Whether an event is only arrows, without words, a reason, a delay, a strength, or how it is known.
fn is_bare(event: &Event) -> bool {
    let only = event.stated().iter().all(|fact| matches!(fact, Fact::Claimed(_) | Fact::Named { .. }));
    only && claims(event).all(|claim| {
        claim.words.is_none()
            && claim.note.is_none()
            && claim.delay.is_none()
            && claim.strength == Strength::Some
            && claim.basis == Basis::Told
    })
}
