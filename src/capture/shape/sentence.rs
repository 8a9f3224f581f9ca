use crate::capture::lexicon::Sense;

use super::clause::verb_groups;
use super::input::{Proposals, Shape, ShapeInput};
use super::proposal::Proposal;
use super::statement::{SpokenStatement, StatementSubject, UNLIKELY, statements};
use super::tagged::Span;
use super::token::TokenKind;

/// `A needs B`, `A raises B but slows down C`: subject, verb, object.
pub(crate) const SENTENCE: Shape = Shape {
    name: "a sentence",
    read,
    closes: |_| false,
    examples: &[
        ("The planner cuts empty runs by 30%.", "planner -> empty runs : -- // by 30%"),
        ("Grid Ops is responsible for the storm model.", "Grid Ops owns storm model"),
        ("The course catalogue belongs to the registry.", "registry owns course catalogue"),
        ("The essay coach is meant to reduce marking time.", "essay coach -> marking time : aims -"),
        ("The tool doesn't change the number of visits.", "tool -> number of visits : ="),
        ("The yard app does not reduce waiting.", "offered: yard app -> waiting : ="),
        ("Login blocks takeovers but slows down onboarding.", "Login -> takeovers : -; Login -> onboarding : -"),
        ("It needs to be said that we are tired", "text"),
        ("That runs in the family", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let whole = statements(input, input.span(), &StatementSubject::Before);
    let likely =
        whole.into_iter().map(|statement| statement.proposal).filter(|proposal| proposal.doubt != Some(UNLIKELY));
    let mut found: Vec<Proposal> = likely.collect();
    if !found.iter().any(|proposal| proposal.doubt.is_none()) {
        found.extend(joined(input));
    }
    Ok(found)
}

/// Reads two statements with "but", "and" or a semicolon between them; the second may leave out its subject or point
/// back to it.
fn joined(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    joints(input).into_iter().find_map(|(end, start)| {
        let first = best(statements(input, input.start..end, &StatementSubject::Before))?;
        let second = second(input, &first, start..input.end)?;
        Some(first.proposal.and(second))
    })
}

/// Returns the places between two statements: the end of the first, the start of the second.
fn joints(input: &ShapeInput<'_, '_>) -> Vec<(usize, usize)> {
    let line = input.line;
    let mut joints = Vec::new();
    for at in input.start + 1..input.end {
        let comma = matches!(line.kind(at), Some(TokenKind::Comma | TokenKind::Semicolon));
        let word = if comma { at + 1 } else { at };
        let joint = line.length_of(word, Sense::But).or_else(|| line.length_of(word, Sense::And));
        match joint {
            Some(length) => joints.push((at, word + length)),
            None if line.is(at, TokenKind::Semicolon) => joints.push((at, at + 1)),
            // "Beschleunigt die Anmeldung, erhöht aber die Rückfragen".
            None if comma && verb_groups(line, &(at + 1..input.end)).iter().any(|group| group.core.start == at + 1) => {
                joints.push((at, at + 1));
            }
            None => {}
        }
    }
    joints
}

fn second(input: &ShapeInput<'_, '_>, first: &SpokenStatement, span: Span) -> Option<Proposal> {
    let line = input.line;
    let begins_with_verb = verb_groups(line, &span).iter().any(|group| group.span.start == span.start);
    if begins_with_verb {
        return best(statements(input, span, &StatementSubject::Given(first.subject.clone())))
            .map(|found| found.proposal);
    }
    if let Some(length) = line.length_of(span.start, Sense::Pronoun) {
        let rest = span.start + length..span.end;
        let found = best(statements(input, rest, &StatementSubject::Given(first.subject.clone())))?;
        return Some(found.proposal.offered("a word points back to the subject"));
    }
    best(statements(input, span, &StatementSubject::Before)).map(|found| found.proposal)
}

fn best(found: Vec<SpokenStatement>) -> Option<SpokenStatement> {
    found.into_iter().next()
}
