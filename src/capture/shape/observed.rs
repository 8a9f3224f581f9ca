use crate::capture::lexicon::{Sense, VerbMeaning};
use crate::record::{Direction, Sign};

use super::adjunct::value;
use super::clause::verb_groups;
use super::input::{Proposals, Shape, ShapeInput};
use super::moved::movements;
use super::name::name;
use super::name_phrase::NamePhrase;
use super::proposal::{Part, Proposal};
use super::tagged::{Span, TaggedLine};
use super::token::{ArrowToken, TokenKind};

/// `Waiting time dropped 20 % since March`: something that moved, and no cause.
pub(crate) const OBSERVED: Shape = Shape {
    name: "something seen",
    read,
    closes: |_| false,
    examples: &[
        ("Waiting time dropped 20% since March.", "offered: saw Waiting time down 20% since March"),
        ("sick leave +15% since tablets", "offered: saw sick leave up +15% since tablets"),
        ("Trust in the board is low these days", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let found = by_verb(input).or_else(|| by_amount(input));
    Ok(found.into_iter().collect())
}

fn by_verb(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    let line = input.line;
    let found = movements(input, input.span()).into_iter().find(|found| found.by_verb && found.sign.is_some())?;
    let group = verb_groups(line, &input.span())
        .into_iter()
        .find(|group| matches!(group.means(), VerbMeaning::Rises | VerbMeaning::Falls | VerbMeaning::Multiplies))?;
    let [only] = found.names.as_slice() else { return None };
    let end = line.trimmed(input.span()).end;
    let behind = line.slice(group.core.end..end.max(group.core.end));
    if (group.core.end..end).any(|at| line.has(at, Sense::But)) {
        return None;
    }
    let placed = [Sense::Article, Sense::Pronoun].iter().any(|sense| line.has(group.span.end, *sense));
    // "Un 20 %" is how much, and no object.
    let counted = line.is(group.span.end + 1, TokenKind::Number);
    (!placed || counted).then(|| observed(only, found.sign?, behind))?
}

/// Reads "sick leave +15 % since tablets" and "gate calls up since the tablets came".
fn by_amount(input: &ShapeInput<'_, '_>) -> Option<Proposal> {
    let line = input.line;
    let span = line.trimmed(input.span());
    (span.start + 1..span.end).find_map(|at| {
        let (sign, length) = amount_at(line, at)?;
        let found = name(line, span.start..at, input.known).ok().filter(|found| found.sign.is_none())?;
        let from = if line.is(at, TokenKind::Number) { at } else { at + length };
        let rest = at + length..span.end;
        let opens = rest.is_empty()
            || line.has(rest.start, Sense::Since)
            || line.is(rest.start, TokenKind::Number)
            || line.has(rest.start, Sense::By);
        (opens && (!rest.is_empty() || line.is(at, TokenKind::Number)))
            .then(|| observed(&found, sign, line.slice(from..span.end)))?
    })
}

fn amount_at(line: &TaggedLine<'_>, at: usize) -> Option<(Sign, usize)> {
    if line.is(at, TokenKind::Number) {
        let text = line.slice(at..at + 1);
        let sign = if text.starts_with('+') { Sign::Plus } else { Sign::Minus };
        return text.starts_with(['+', '-']).then_some((sign, 1));
    }
    let (length, sign) = line.sense(at, Sense::amount_behind)?;
    Some((sign, length))
}

fn observed(name: &NamePhrase, sign: Sign, behind: &str) -> Option<Proposal> {
    let direction = match sign {
        Sign::Plus => Direction::Up,
        Sign::Minus => Direction::Down,
        Sign::Unknown | Sign::NoEffect => return None,
    };
    let part = Part::Observed {
        name: name.name.clone(),
        direction,
        behind: behind.trim_start_matches([',', ';', ' ']).to_owned(),
    };
    Some(Proposal {
        parts: vec![part],
        doubt: Some("it says what was seen, and no cause"),
        because: name.because.clone(),
    })
}

/// `reopened tickets: 31 -> 22`: before and after, and no arrow between things.
pub(crate) const BEFORE_AFTER: Shape = Shape {
    name: "before and after",
    read: read_before_after,
    closes: |input| arrow_of_numbers(input).is_some(),
    examples: &[
        ("reopened tickets: 31 -> 22", "offered: saw reopened tickets down 31 -> 22"),
        ("first-pass yield Q1 -> Q2: +4%", "offered: saw first-pass yield up +4% Q1 -> Q2"),
        ("12 -> 9", "text"),
    ],
};

/// Returns the place of the only arrow, where numbers or times stand on both sides of it.
fn arrow_of_numbers(input: &ShapeInput<'_, '_>) -> Option<usize> {
    let line = input.line;
    let arrows: Vec<usize> = input.span().filter(|at| matches!(line.kind(*at), Some(TokenKind::Arrow(_)))).collect();
    let [at] = arrows.as_slice() else { return None };
    let right = line.is(*at, TokenKind::Arrow(ArrowToken::Right));
    (right && is_number(line, at + 1) && last_number(line, input.start..*at).is_some()).then_some(*at)
}

/// Whether a token is a number, a year, a quarter of a year or a month.
fn is_number(line: &TaggedLine<'_>, at: usize) -> bool {
    let word = line.word(at);
    let quarter = word.len() == 2 && word.starts_with('q') && word.ends_with(|c: char| ('1'..='4').contains(&c));
    let month = line.has_any(at, |sense| matches!(sense, Sense::Month(_)));
    line.is(at, TokenKind::Number) || quarter || month
}

/// Returns the last number of a span, if no more than two words of a unit follow it.
fn last_number(line: &TaggedLine<'_>, span: Span) -> Option<usize> {
    let from = span.end.saturating_sub(3).max(span.start);
    (from..span.end).rev().find(|at| is_number(line, *at))
}

fn read_before_after(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let Some(arrow) = arrow_of_numbers(input) else { return Ok(Vec::new()) };
    let Some(before) = last_number(line, input.start..arrow) else { return Ok(Vec::new()) };
    let colon = (input.start + 1..before).rev().find(|at| line.is(*at, TokenKind::Colon));
    let Ok(found) = name(line, input.start..colon.unwrap_or(before), input.known) else { return Ok(Vec::new()) };
    let from = colon.map_or(before, |colon| colon + 1);
    let end = line.trimmed(input.span()).end;
    let Some(sign) = change(line, before, arrow, end) else { return Ok(Vec::new()) };
    // "Q1 -> Q2: +4%" is told with the change first: "+4% Q1 -> Q2".
    let colon = (arrow + 1..end).find(|at| line.is(*at, TokenKind::Colon));
    let said = match colon {
        Some(at) => format!("{} {}", line.slice(at + 1..end), line.slice(from..at)),
        None => line.slice(from..end).to_owned(),
    };
    Ok(observed(&found, sign, &said).into_iter().collect())
}

/// Returns the direction of the change: the typed one behind a colon, else by the two numbers.
fn change(line: &TaggedLine<'_>, before: usize, arrow: usize, end: usize) -> Option<Sign> {
    let typed = (arrow + 1..end).filter(|at| line.is(*at, TokenKind::Number)).find_map(|at| {
        let text = line.slice(at..at + 1);
        text.starts_with('+').then_some(Sign::Plus).or_else(|| text.starts_with('-').then_some(Sign::Minus))
    });
    let numbers = (value(line.slice(before..before + 1)), value(line.slice(arrow + 1..arrow + 2)));
    let compared = match numbers {
        (Some(one), Some(two)) if two < one => Some(Sign::Minus),
        (Some(one), Some(two)) if two > one => Some(Sign::Plus),
        _ => None,
    };
    let years = |number: Option<f32>| number.is_some_and(|number| (1900.0..2200.0).contains(&number));
    typed.or_else(|| compared.filter(|_| line.is(before, TokenKind::Number) && !(years(numbers.0) && years(numbers.1))))
}
