use crate::capture::lexicon::Sense;
use crate::record::Relation;

use super::adjunct::Adjuncts;
use super::input::{Proposals, Shape, ShapeInput};
use super::names::names;
use super::proposal::{Proposal, VerbLink};
use super::token::TokenKind;

/// `A should catch more B`: what something is for, with a verb that the lexicon does not have.
pub(crate) const AIM: Shape = Shape {
    name: "an aim",
    read,
    closes: |_| false,
    examples: &[
        ("The fraud model should catch more stolen cards.", "offered: fraud model -> stolen cards : aims +"),
        ("we should eat more fruit", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let span = line.trimmed(input.span());
    let found = (span.start + 1..span.end).find_map(|at| {
        let length = line.length_of(at, Sense::Aiming)?;
        let verb = at + length;
        line.is(verb, TokenKind::Word).then_some(())?;
        let mut adjuncts = Adjuncts::default();
        let subject = names(line, span.start..at, input.known, &mut adjuncts).ok()?;
        let object = names(line, verb + 1..span.end, input.known, &mut adjuncts).ok()?;
        object.iter().any(|name| name.sign.is_some()).then_some(())?;
        let aims = VerbLink { relation: Relation::Aims, sign: None, none: false };
        Some(Proposal::arrows(&subject, aims, &object, &adjuncts).offered("the verb is not known"))
    });
    Ok(found.into_iter().collect())
}
