use crate::capture::grammar::{ArrowDirection, ArrowTail, Sentence, TypedName};
use crate::record::{Direction, Relation, Sign, Strength};

use super::adjunct::Adjuncts;
use super::name_phrase::{NameDoubt, NamePhrase};

/// The doubt of a reading that says that something is not so, or not any more.
pub(crate) const DENIAL: &str = "it is a denial";

/// One reading of a line that a shape proposes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proposal {
    pub(crate) parts: Vec<Part>,
    /// Why it may not be recorded by itself; `None` if every word of the line has a place.
    pub(crate) doubt: Option<&'static str>,
    pub(crate) because: Vec<String>,
}

/// One statement of a reading.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// Arrows between names.
    Arrows(Sentence),
    /// Arrows which, as somebody says, do not hold, or do not any more.
    Denied(Vec<Sentence>),
    /// A factor that moved.
    Observed { name: TypedName, direction: Direction, behind: String },
    /// A status of an initiative: "is live".
    Is { name: TypedName, status: crate::record::Status, behind: String },
    /// A question that nobody here can answer.
    Asked { text: String },
}

/// The verb between two groups of names, as far as an arrow shows it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct VerbLink {
    pub(crate) relation: Relation,
    /// The sign that the verb says.
    pub(crate) sign: Option<Sign>,
    /// No such effect.
    pub(crate) none: bool,
}

impl VerbLink {
    pub(crate) const fn effect(sign: Option<Sign>) -> Self {
        Self { relation: Relation::Affects, sign, none: false }
    }
}

impl Proposal {
    /// Makes a reading of one group of arrows; doubts of the names become its doubt.
    pub(crate) fn arrows(from: &[NamePhrase], link: VerbLink, to: &[NamePhrase], adjuncts: &Adjuncts) -> Self {
        let mut groups = [from, to].map(|group| group.iter().map(|phrase| phrase.name.clone()).collect::<Vec<_>>());
        let open = link.relation.carries_sign() && (any_judged(from) || any_judged(to));
        let mut adjuncts = adjuncts.clone();
        if open {
            adjuncts.notes.extend(without_direction(from, to, &mut groups));
        }
        let doubt = from.iter().chain(to).find_map(|phrase| phrase.doubt).map(NameDoubt::why);
        let sentence = Sentence {
            groups: groups.into(),
            links: vec![ArrowDirection::Right],
            relation: link.relation,
            verb_sign: link.sign.filter(|_| !open),
            tail: adjuncts.tail(link.none),
        };
        Self { parts: vec![Part::Arrows(sentence)], doubt, because: adjuncts.because }
    }

    /// Makes it an offer, for this reason unless it has one already.
    pub(crate) fn offered(mut self, why: &'static str) -> Self {
        self.doubt.get_or_insert(why);
        self
    }

    /// Makes a denial of its arrows of it, which is never recorded by itself.
    pub(crate) fn denied(mut self) -> Self {
        let mut denied = Vec::new();
        self.parts = self
            .parts
            .into_iter()
            .filter_map(|part| match part {
                Part::Arrows(sentence) => {
                    denied.push(sentence);
                    None
                }
                Part::Denied(sentences) => {
                    denied.extend(sentences);
                    None
                }
                part => Some(part),
            })
            .collect();
        self.parts.push(Part::Denied(denied));
        self.offered(DENIAL)
    }

    /// Adds what the tail of the line says to every arrow.
    pub(crate) fn take_tail(&mut self, tail: &ArrowTail) {
        for part in &mut self.parts {
            if let Part::Arrows(sentence) = part {
                let own = std::mem::take(&mut sentence.tail);
                sentence.tail = tail.clone().without_verb().beside(own);
            }
        }
    }

    /// Adds the statements of another reading.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self.doubt = self.doubt.or(other.doubt);
        self.because.extend(other.because);
        self
    }
}

/// Whether better or worse is said of any of these names, and nobody knows whether that is more or less.
pub(crate) fn any_judged(names: &[NamePhrase]) -> bool {
    names.iter().any(|phrase| phrase.judged.is_some())
}

/// Leaves the direction of names open.
pub(crate) fn turn_nowhere(names: &mut [TypedName]) {
    for name in names {
        name.turn = None;
    }
}

/// Leaves the sign of an arrow open: a sign at its end would be half of what was said. Returns what was said, as notes.
fn without_direction(from: &[NamePhrase], to: &[NamePhrase], [_, ends]: &mut [Vec<TypedName>; 2]) -> Vec<String> {
    let cause = any_judged(from);
    let said = from.iter().chain(to).filter(|phrase| phrase.judged.is_some() || cause);
    let notes = said.filter_map(NamePhrase::told).collect();
    if cause {
        turn_nowhere(ends);
    }
    notes
}

impl Adjuncts {
    /// Returns what stands beside a statement as the tail of an arrow.
    pub(crate) fn tail(&self, none: bool) -> ArrowTail {
        let marks = if none { vec![(Sign::NoEffect, Strength::default())] } else { Vec::new() };
        let aside = (!self.notes.is_empty()).then(|| self.notes.join("; "));
        ArrowTail {
            delay: self.delay,
            basis: self.basis,
            strength: self.strength,
            marks,
            note: aside,
            ..ArrowTail::default()
        }
    }
}
