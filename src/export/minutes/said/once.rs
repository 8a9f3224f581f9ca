use std::collections::BTreeSet;

use super::subject::Subjects;
use crate::graph::Key;
use crate::record::{Basis, Claim, Event, Fact, Relation, Sign};

/// An arrow as a line states it.
type StatedArrow = (Option<Key>, Option<Key>, Relation, Sign);

/// Recognises lines that add nothing to the lines before them.
#[derive(Debug, Default)]
pub(super) struct Once {
    sentences: BTreeSet<String>,
    arrows: BTreeSet<StatedArrow>,
}

impl Once {
    /// Whether a line says something new, as far as this was asked so far: its sentence is new, and it is no bare
    /// repetition of an arrow.
    ///
    /// After two names became one thing, what was said of both is the same sentence.
    pub(super) fn adds(&mut self, event: &Event, sentence: &str, subjects: &Subjects<'_>) -> bool {
        let new_sentence = self.sentences.insert(sentence.to_owned());
        let claims: Vec<&Claim> = event.stated().iter().filter_map(claim).collect();
        let stated: Vec<StatedArrow> = claims.iter().map(|claim| arrow(claim, subjects)).collect();
        let repeated = !stated.is_empty() && stated.iter().all(|arrow| self.arrows.contains(arrow));
        self.arrows.extend(stated);
        let bare = event.stated().iter().all(|fact| matches!(fact, Fact::Claimed(_) | Fact::Named { .. }))
            && claims.iter().all(|claim| is_bare(claim));
        new_sentence && !(repeated && bare)
    }
}

const fn claim(fact: &Fact) -> Option<&Claim> {
    if let Fact::Claimed(claim) = fact { Some(claim) } else { None }
}

fn arrow(claim: &Claim, subjects: &Subjects<'_>) -> StatedArrow {
    let key = |label: &str| subjects.key(label).cloned().or_else(|| Key::of(label));
    (key(&claim.from), key(&claim.to), claim.kind, claim.sign)
}

/// Whether a claim is only the arrow, without words, a reason, or how it is known.
fn is_bare(claim: &Claim) -> bool {
    claim.words.is_none() && claim.note.is_none() && claim.delay.is_none() && claim.basis == Basis::Told
}
