use crate::capture::grammar::{ArrowTail, Scrap, Typed, split_tail};
use crate::capture::lexicon::Sense;

use super::arrow::first_arrow;
use super::input::ShapeInput;
use super::known::KnownNames;
use super::list::SHAPES;
use super::pair::NO_ORDER;
use super::proposal::{Part, Proposal};
use super::tagged::TaggedLine;
use super::token::TokenKind;

/// The maximum number of readings that are offered for one line.
pub(crate) const OFFERS_LIMIT: usize = 3;

/// What a line becomes by its shape.
#[derive(Clone, Debug)]
pub(crate) enum ShapeOutcome {
    /// One reading in which every word has a place.
    Recorded(Proposal),
    /// The readings that are offered, the likeliest first; none for plain text.
    Offered(Vec<Proposal>),
}

/// Reads a line by its shape, and ranks the readings: one without a doubt is recorded, else they are offered.
pub(crate) fn outcome(line: &TaggedLine<'_>, typed: &Typed<'_>, known: &dyn KnownNames) -> Result<ShapeOutcome, Scrap> {
    let input = ShapeInput { line, typed, known, start: 0, end: line.tokens.len() };
    if first_arrow(line).is_none()
        && let Some((end, tail)) = tail(line)
        && let ShapeOutcome::Recorded(mut proposal) = shaped(&ShapeInput { end, ..input })?
    {
        proposal.take_tail(&tail);
        return Ok(ShapeOutcome::Recorded(proposal));
    }
    if let Some(statements) = side_by_side(&input) {
        return Ok(ShapeOutcome::Recorded(statements));
    }
    match shaped(&input)? {
        ShapeOutcome::Offered(offers) if offers.is_empty() => Ok(ShapeOutcome::Offered(part_of(&input))),
        found => Ok(found),
    }
}

/// Reads statements that stand side by side, each with a subject and a verb of its own: "A needs B, C needs D".
fn side_by_side(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    let line = input.line;
    let stop = |at: &usize| matches!(line.kind(*at), Some(TokenKind::Comma | TokenKind::Semicolon));
    let joins = |at: usize| line.has(at, Sense::And) || line.has(at, Sense::But);
    if first_arrow(line).is_some() || input.span().any(|at| line.is(at, TokenKind::Question)) {
        return None;
    }
    let stops: Vec<usize> = input.span().filter(stop).collect();
    let at_stops = (!stops.is_empty()).then(|| statements(input, &stops)).flatten();
    at_stops.or_else(|| input.span().filter(|at| joins(*at)).find_map(|at| statements(input, &[at])))
}

/// Reads the parts between these tokens as one statement each; `None` if one of them is none.
fn statements(input: &ShapeInput<'_, '_>, stops: &[usize]) -> Option<Proposal> {
    let line = input.line;
    let opens = |at: usize| {
        [Sense::Because, Sense::When, Sense::Subordinator, Sense::Pronoun, Sense::So]
            .iter()
            .any(|sense| line.has(at, *sense))
    };
    let starts = std::iter::once(input.start).chain(stops.iter().map(|at| at + 1));
    let ends = stops.iter().copied().chain([input.end]);
    let mut all: Option<Proposal> = None;
    for (start, end) in starts.zip(ends) {
        let joined = line.has(start, Sense::And) || line.has(start, Sense::But);
        let part = ShapeInput { start: start + usize::from(joined), end, ..*input };
        if part.start >= part.end || opens(part.start) {
            return None;
        }
        let Ok(ShapeOutcome::Recorded(found)) = shaped(&part) else { return None };
        if !found.parts.iter().all(|part| matches!(part, Part::Arrows(_))) {
            return None;
        }
        all = Some(match all {
            Some(before) => before.and(found),
            None => found,
        });
    }
    all
}

/// Offers what a part of the line says, before its first comma or behind it: "complaints go up, everybody hates it".
fn part_of(input: &ShapeInput<'_, '_>) -> Vec<Proposal> {
    let line = input.line;
    let closed = first_arrow(line).is_some() || line.all().any(|at| line.is(at, TokenKind::Question));
    let comma = input.span().find(|at| line.is(*at, TokenKind::Comma)).filter(|_| !closed);
    let Some(comma) = comma else { return Vec::new() };
    let read = |part: ShapeInput<'_, '_>| match shaped(&part) {
        Ok(ShapeOutcome::Recorded(found)) => vec![found],
        Ok(ShapeOutcome::Offered(found)) => found,
        Err(_) => Vec::new(),
    };
    let parts = [ShapeInput { end: comma, ..*input }, ShapeInput { start: comma + 1, ..*input }];
    let offers = parts.into_iter().map(read).find(|found| !found.is_empty()).unwrap_or_default();
    // Of three directions side by side no two are the pair that was meant.
    let offers = offers.into_iter().filter(|found| found.doubt != Some(NO_ORDER));
    offers.map(|found| found.offered("more is said than that")).collect()
}

/// Returns the end of a sentence before its tail, and the tail: "Claims owns triage : seen".
fn tail(line: &TaggedLine<'_>) -> Option<(usize, ArrowTail)> {
    let (head, tail) = split_tail(line.text);
    let end = line.tokens.iter().take_while(|token| token.end <= head.len()).count();
    tail.filter(|_| end > 0).map(|tail| (end, tail))
}

fn shaped(input: &ShapeInput<'_, '_>) -> Result<ShapeOutcome, Scrap> {
    let mut offers: Vec<Proposal> = Vec::new();
    for shape in &SHAPES {
        for mut proposal in (shape.read)(input)? {
            proposal.because.insert(0, format!("it is read as {}", shape.name));
            if proposal.doubt.is_none() {
                return Ok(ShapeOutcome::Recorded(proposal));
            }
            offers.push(proposal);
        }
        if (shape.closes)(input) {
            break;
        }
    }
    Ok(ShapeOutcome::Offered(offers))
}
