use crate::capture::lexicon::Sense;

use super::adjunct::Adjuncts;
use super::condition::arrow;
use super::input::{Proposals, Shape, ShapeInput};
use super::moved::movement;
use super::names::names;
use super::proposal::{Proposal, VerbLink};
use super::token::TokenKind;

/// Why two directions are only offered.
pub(crate) const NO_ORDER: &str = "no word says which of the two comes first";

/// `More A, less B`: two directions and no verb.
pub(crate) const PAIR: Shape = Shape {
    name: "two directions",
    read,
    closes: |_| false,
    examples: &[
        ("more sensors, less walking rounds", "offered: sensors -> walking rounds : -"),
        ("yard queue ↑, gate speed ↓", "offered: yard queue -> gate speed : -"),
        ("fewer clerks, more portal traffic, longer replies", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let commas: Vec<usize> =
        input.span().filter(|at| matches!(line.kind(*at), Some(TokenKind::Comma | TokenKind::Semicolon))).collect();
    let [comma] = commas.as_slice() else { return Ok(Vec::new()) };
    let halves = (movement(input, input.start..*comma), movement(input, comma + 1..input.end));
    let (Some(cause), Some(effect)) = halves else { return Ok(Vec::new()) };
    let directed =
        |names: Vec<super::name_phrase::NamePhrase>| names.len() == 1 && names.iter().all(|name| name.sign.is_some());
    if !directed(cause.directed()) || !directed(effect.directed()) {
        return Ok(Vec::new());
    }
    Ok(vec![arrow(&cause, &effect, &Adjuncts::default()).offered(NO_ORDER)])
}

/// `With A, B goes down`.
pub(crate) const WITH: Shape = Shape {
    name: "what goes together",
    read: read_with,
    closes: |_| false,
    examples: &[
        ("With the new planner, driving time goes down.", "offered: new planner -> driving time : -"),
        ("with the new planner the driving time goes down very much", "offered: new planner -> driving time : --"),
    ],
};

fn read_with(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let Some(length) = line.length_of(input.start, Sense::With) else { return Ok(Vec::new()) };
    let start = input.start + length;
    let found = (start + 1..input.end).find_map(|at| {
        let comma = usize::from(line.is(at, TokenKind::Comma));
        // Without a comma the article of the second name shows where it begins.
        if comma == 0 && !line.has(at, Sense::Article) {
            return None;
        }
        let effect = movement(input, at + comma..input.end).filter(|effect| effect.by_verb)?;
        let mut adjuncts = effect.adjuncts.clone();
        let cause = names(line, start..at, input.known, &mut adjuncts).ok()?;
        adjuncts.because.extend(effect.because.iter().cloned());
        let proposal = Proposal::arrows(&cause, VerbLink::effect(None), &effect.directed(), &adjuncts);
        Some(proposal.offered("what goes together is not always cause and effect"))
    });
    Ok(found.into_iter().collect())
}

/// `The bot answers faster but complaints go up`: what is said behind "but" may come of what is said before it.
pub(crate) const BUT: Shape = Shape {
    name: "one thing, but another",
    read: read_but,
    closes: |_| false,
    examples: &[
        ("estimated bills go down but disputes go up", "offered: estimated bills -> disputes : -"),
        ("the bot answers quickly but complaints go up", "text"),
    ],
};

fn read_but(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let Some((at, length)) = input.span().skip(1).find_map(|at| Some((at, line.length_of(at, Sense::But)?))) else {
        return Ok(Vec::new());
    };
    let comma = usize::from(line.is(at - 1, TokenKind::Comma));
    let before = input.start..at - comma;
    let directed = |found: &super::moved::Movement| found.by_verb && found.sign.is_some();
    let Some(effect) = movement(input, at + length..input.end).filter(directed) else { return Ok(Vec::new()) };
    if let Some(cause) = movement(input, before.clone()).filter(directed) {
        return Ok(vec![arrow(&cause, &effect, &Adjuncts::default()).offered(NO_ORDER)]);
    }
    // "The bot answers faster": of a sentence that says no movement, the known thing at its beginning is the cause.
    let cause = (before.start + 1..before.end).rev().find_map(|end| {
        let mut own = Adjuncts::default();
        let found = names(line, before.start..end, input.known, &mut own).ok()?;
        found.iter().all(|name| input.known.knows(&name.name.label)).then_some(found)
    });
    let proposal = cause.map(|cause| {
        let proposal = Proposal::arrows(&cause, VerbLink::effect(None), &effect.directed(), &effect.adjuncts);
        proposal.offered("what is said behind `but` is not always an effect")
    });
    Ok(proposal.into_iter().collect())
}
