use crate::capture::lexicon::Sense;

use super::adjunct::Adjuncts;
use super::input::{Proposals, Shape, ShapeInput};
use super::moved::{Movement, movement};
use super::name_phrase::NamePhrase;
use super::proposal::{Proposal, VerbLink};
use super::tagged::Span;
use super::token::TokenKind;

/// `When A rises, B falls`, in either order.
pub(crate) const CONDITION: Shape = Shape {
    name: "a condition",
    read,
    closes: |_| false,
    examples: &[
        ("When overtime rises, sick leave rises too, after about two months.", "overtime -> sick leave : + 60d"),
        ("Phone traffic goes up when portal errors go up.", "portal errors -> Phone traffic : +"),
        ("Once the slot planner goes live, waiting drops within six weeks.", "slot planner -> waiting : - 42d"),
        ("when digs go up overtime goes up too, after about two weeks", "offered: digs -> overtime : + 14d"),
        ("When approvals get slower, applicants ring twice a week.", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let mut adjuncts = Adjuncts::default();
    let mut start = input.start;
    loop {
        if let Some(length) = line.length_of(start, Sense::When) {
            return Ok(first(input, start + length, &adjuncts));
        }
        let length = adjuncts.leading(line, &(start..input.end));
        let comma = usize::from(line.is(start + length, TokenKind::Comma) && length > 0);
        if length == 0 {
            break;
        }
        start += length + comma;
    }
    Ok(last(input))
}

/// Reads "when A rises, B rises": the comma, or a word for "then", separates the halves.
fn first(input: &ShapeInput<'_, '_>, start: usize, adjuncts: &Adjuncts) -> Vec<Proposal> {
    let line = input.line;
    for at in start + 1..input.end {
        let comma = line.is(at, TokenKind::Comma);
        let then = line.length_of(if comma { at + 1 } else { at }, Sense::Then);
        // Where the verb comes second, the result begins with its verb, with a comma or without.
        let verb = || line.phrases(at).any(|(_, phrase)| matches!(phrase.sense, Sense::Verb(_)));
        let turned = line.words.file.verb_second && verb();
        if !comma && then.is_none() && !turned {
            continue;
        }
        let second = at + usize::from(comma) + then.unwrap_or_default();
        if let Some(found) = halves(input, start..at, second..input.end, adjuncts) {
            return vec![found];
        }
    }
    unparted(input, start, adjuncts).into_iter().collect()
}

/// Reads "when digs go up overtime goes up too": no comma separates the halves, and each has a verb that says which way
/// it moves.
fn unparted(input: &ShapeInput<'_, '_>, start: usize, adjuncts: &Adjuncts) -> Option<Proposal> {
    let moves = |span: Span| movement(input, span).filter(|found| found.by_verb && found.says_a_direction());
    (start + 2..input.end).find_map(|at| {
        let (cause, effect) = (moves(start..at)?, moves(at..input.end)?);
        Some(arrow(&cause, &effect, adjuncts).offered("no comma says where the second half begins"))
    })
}

/// Reads "B rises when A rises".
fn last(input: &ShapeInput<'_, '_>) -> Vec<Proposal> {
    let line = input.line;
    let found = (input.start + 2..input.end).find_map(|at| {
        let length = line.length_of(at, Sense::When)?;
        halves(input, at + length..input.end, input.start..at, &Adjuncts::default())
    });
    found.into_iter().collect()
}

fn halves(input: &ShapeInput<'_, '_>, cause: Span, effect: Span, before: &Adjuncts) -> Option<Proposal> {
    let (cause, effect) = (movement(input, cause)?, movement(input, effect)?);
    // What goes live has no direction; an effect always has one.
    let moves = effect.directed().iter().all(NamePhrase::says_a_direction);
    (moves && !effect.is_bare()).then(|| arrow(&cause, &effect, before))
}

/// Draws the arrow from one movement to another.
pub(crate) fn arrow(cause: &Movement, effect: &Movement, before: &Adjuncts) -> Proposal {
    let mut adjuncts = before.clone();
    adjuncts.join(&effect.adjuncts);
    adjuncts.join(&cause.adjuncts);
    adjuncts.because.extend(cause.because.iter().chain(&effect.because).cloned());
    Proposal::arrows(&cause.directed(), VerbLink::effect(None), &effect.directed(), &adjuncts)
}
