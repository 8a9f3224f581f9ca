use crate::capture::lexicon::Sense;

use super::adjunct::Adjuncts;
use super::condition::arrow;
use super::input::{Proposals, Shape, ShapeInput};
use super::moved::{Movement, movement};
use super::names::names;
use super::proposal::Proposal;
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// `B because of A`, `A, so B`, `due to A, B`.
pub(crate) const CAUSE: Shape = Shape {
    name: "a cause and its effect",
    read,
    closes: |_| false,
    examples: &[
        ("More complaints because of more wrong bills.", "wrong bills -> complaints : +"),
        ("Fewer visits, so less local knowledge.", "visits -> local knowledge : +"),
        ("Due to fewer clerks, waiting times went up.", "offered: clerks -> waiting times : -"),
        ("Tutors skip the summary because the tool writes one anyway.", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    Ok(leading(input).or_else(|| trailing(input)).or_else(|| consequence(input)).into_iter().collect())
}

/// Reads "due to A, B".
fn leading(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    let line = input.line;
    let length =
        line.length_of(input.start, Sense::BecauseOf).or_else(|| line.length_of(input.start, Sense::Because))?;
    let start = input.start + length;
    (start + 1..input.end)
        .filter(|at| line.is(*at, TokenKind::Comma))
        .find_map(|comma| halves(input, start..comma, comma + 1..input.end))
}

/// Reads "B because of A".
fn trailing(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    let line = input.line;
    (input.start + 1..input.end).find_map(|at| {
        let length = line.length_of(at, Sense::BecauseOf).or_else(|| line.length_of(at, Sense::Because))?;
        halves(input, at + length..input.end, input.start..at)
    })
}

/// Reads "A, so B".
fn consequence(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    let line = input.line;
    (input.start + 1..input.end).find_map(|at| {
        let length = line.length_of(at, Sense::So)?;
        halves(input, input.start..at, at + length..input.end)
    })
}

/// Draws the arrow; it is recorded by itself only between two bare names with a direction.
fn halves(input: &ShapeInput<'_, '_>, cause: Span, effect: Span) -> Option<Proposal> {
    let effect = movement(input, effect)?;
    let nominal = begins_with_noun(input.line, cause.clone());
    let cause = movement(input, cause.clone()).or_else(|| thing(input, cause))?;
    let sure = cause.is_bare() && effect.is_bare() && !nominal;
    let proposal = arrow(&cause, &effect, &Adjuncts::default());
    Some(if sure { proposal } else { proposal.offered("a reason is not always a cause") })
}

/// Whether a noun says the direction: "*falta de* personal", "*Rückgang der* Anrufe". It may be the name itself.
fn begins_with_noun(line: &TaggedLine<'_>, span: Span) -> bool {
    let span = line.trimmed(span);
    let article = line.length_of(span.start, Sense::Article).unwrap_or_default();
    let at = span.start + article;
    let directs = |sense| matches!(sense, Sense::Amount(_) | Sense::Comparing(_)).then_some(());
    let phrase = line.sense(at, directs).map(|(length, ())| length).filter(|length| *length > 1);
    let Some(length) = phrase else { return false };
    let alone = line.has_any(at, |sense| matches!(sense, Sense::Comparing(_)));
    !alone && line.has(at + length - 1, Sense::Preposition)
}

/// Reads a cause that has no direction: "the letter".
fn thing(input: &ShapeInput<'_, '_>, span: Span) -> Option<Movement> {
    let mut adjuncts = Adjuncts::default();
    let names = names(input.line, span.clone(), input.known, &mut adjuncts).ok()?;
    Some(Movement { names, sign: None, by_verb: false, adjuncts, rest: span.end..span.end, because: Vec::new() })
}
