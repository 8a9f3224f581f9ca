use crate::capture::lexicon::{ComparedMeasure, Sense};
use crate::record::Sign;

use super::adjunct::Adjuncts;
use super::input::{Proposals, Shape, ShapeInput};
use super::moved::comparative_at;
use super::name::{measured_name, name};
use super::name_phrase::NamePhrase;
use super::proposal::{Proposal, VerbLink};
use super::tagged::Span;
use super::token::TokenKind;

/// `The more A, the less B`.
pub(crate) const THE_MORE: Shape = Shape {
    name: "the more, the less",
    read,
    closes: |_| false,
    examples: &[
        ("The more exceptions, the slower the approval.", "exceptions -> speed of approval : -"),
        ("The fewer branches, the longer the queues.", "branches -> queues : -"),
        ("The more templates we have, the less anyone writes from scratch.", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let pairs = &line.words.file.the_more;
    let found = pairs.iter().zip(0_u16..).find_map(|(pair, place)| {
        let first = if pair.first.is_empty() { 0 } else { line.length_of(input.start, Sense::MoreFirst(place))? };
        let opens =
            |at: usize| if pair.second.is_empty() { Some(0) } else { line.length_of(at, Sense::MoreSecond(place)) };
        let start = before_direction(input, input.start + first);
        // Where no word opens the sentence, "plus de A, plus de B" is a pair without a verb.
        let amounts = |at: usize| line.has_any(at, |sense| matches!(sense, Sense::Amount(_)));
        let compares = |at: usize| line.has_any(at, |sense| matches!(sense, Sense::Comparing(_))) && !amounts(at);
        if pair.first.is_empty() && !compares(start) {
            return None;
        }
        (start + 1..input.end).find_map(|at| {
            let comma = usize::from(line.is(at, TokenKind::Comma));
            let second = opens(at + comma).filter(|length| comma + length > 0)?;
            let behind = if second == 0 { at + comma } else { before_direction(input, at + comma + second) };
            halves(input, start..at, behind..input.end)
        })
    });
    Ok(found.into_iter().collect())
}

/// Steps back to the direction, where it is the last word of the phrase before this place: "cuanto más".
fn before_direction(input: &ShapeInput<'_, '_>, at: usize) -> usize {
    let direction = |sense| matches!(sense, Sense::Amount(_) | Sense::Comparing(_)).then_some(());
    let before = at.checked_sub(1).filter(|before| *before >= input.start);
    before.filter(|before| input.line.sense(*before, direction).is_some()).unwrap_or(at)
}

fn halves(input: &ShapeInput<'_, '_>, first: Span, second: Span) -> Option<Proposal> {
    let mut adjuncts = Adjuncts::default();
    let second = adjuncts.peel(input.line, second);
    let (from, to) = (half(input, first)?, half(input, second)?);
    adjuncts.because.extend(from.because.iter().chain(&to.because).cloned());
    let directed = [&from, &to].into_iter().all(NamePhrase::says_a_direction);
    directed.then(|| Proposal::arrows(&[from], VerbLink::effect(None), &[to], &adjuncts))
}

/// Reads one half: "more exceptions", "slower the approval", "plus la validation est lente".
fn half(input: &ShapeInput<'_, '_>, span: Span) -> Option<NamePhrase> {
    let line = input.line;
    let span = line.trimmed(span);
    if let Some((length, compared)) = comparative_at(input, span.start) {
        let rest = without_helping(input, span.start + length..span.end);
        return measured_name(line, rest, input.known, compared, line.slice(span.start..span.start + length)).ok();
    }
    let comparing = line.sense(span.start, Sense::comparing);
    let amount = || line.sense(span.start, Sense::amount);
    let (more, turn) = comparing.into_iter().chain(amount()).max_by_key(|(length, _)| *length)?;
    let rest = without_helping(input, span.start + more..span.end);
    if article_inside(input, &rest) {
        return None;
    }
    if let Some((found, measure, sign)) = predicated(input, &rest) {
        return measured_name(line, found, input.known, (measure, turn.then(sign)), line.slice(rest)).ok();
    }
    let mut found = name(line, rest, input.known).ok().filter(|found| found.sign.is_none())?;
    found.sign = Some(turn);
    found.name.turn = Some(turn);
    Some(found)
}

/// Whether an article stands within a span and no preposition before it, as behind an adjective that is not known: "más
/// *viejas las* máquinas". An article that is a preposition as well, as in "die Zahl *der* Anrufe", goes on with the name.
fn article_inside(input: &ShapeInput<'_, '_>, span: &Span) -> bool {
    let line = input.line;
    let led = |at: usize| {
        [Sense::Preposition, Sense::Article, Sense::And, Sense::Or].iter().any(|sense| line.has(at, *sense))
    };
    (span.start + 1..span.end)
        .any(|at| line.has(at, Sense::Article) && !line.has(at, Sense::Preposition) && !led(at - 1))
}

/// Takes "there is", helping verbs and words without meaning off both ends: "wird die Freigabe", "il y a d'exceptions".
fn without_helping(input: &ShapeInput<'_, '_>, span: Span) -> Span {
    const LEADING: [Sense; 4] = [Sense::ThereIs, Sense::Auxiliary, Sense::Adverb, Sense::Article];
    const TRAILING: [Sense; 3] = [Sense::ThereIs, Sense::Auxiliary, Sense::Adverb];
    let line = input.line;
    let mut span = line.trimmed(span);
    while let Some(length) =
        LEADING.iter().find_map(|sense| line.length_of(span.start, *sense)).filter(|length| *length < span.len())
    {
        span.start += length;
    }
    while let Some(length) =
        TRAILING.iter().find_map(|sense| line.ending(&span, *sense)).filter(|length| *length < span.len())
    {
        span.end -= length;
    }
    // "De" before a noun is no preposition here: "plus il y a d'exceptions".
    let partitive = line.has(span.start, Sense::Preposition) && span.len() > 1;
    if partitive { span.start + 1..span.end } else { span }
}

/// Splits "la validation est lente" into the noun and the adjective behind the helping verb.
fn predicated(input: &ShapeInput<'_, '_>, span: &Span) -> Option<(Span, ComparedMeasure, Sign)> {
    let line = input.line;
    let (length, (measure, sign)) = line.ending_with(span, Sense::compared_adjective)?;
    let before = span.start..span.end - length;
    let helping = line.ending(&before, Sense::Auxiliary)?;
    Some((before.start..before.end - helping, measure, sign))
}
