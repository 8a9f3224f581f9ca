use crate::capture::grammar::{ArrowTail, TypedName};
use crate::capture::lexicon::{Lexicon, Sense};
use crate::record::{Kind, Sign};

use super::adjunct::Adjuncts;
use super::known::KnownNames;
use super::name::name_with;
use super::name_phrase::{NameDoubt, NamePhrase, NotAName};
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// Reads a list of names: "fewer clerks, more files", "the tariff bot and Meter Chat".
///
/// Commas and semicolons always separate. ` / `, ` & `, ` + ` and "and" separate names that each have a direction or are
/// known; otherwise the names are told apart with a doubt, so that the reading is only offered. A comma list that ends
/// in "and" is a list.
pub(crate) fn names(
    line: &TaggedLine<'_>,
    span: Span,
    known: &dyn KnownNames,
    adjuncts: &mut Adjuncts,
) -> Result<Vec<NamePhrase>, NotAName> {
    let mut own = Adjuncts::default();
    let span = if known.knows(line.slice(span.clone())) { line.trimmed(span) } else { own.peel(line, span) };
    let doubled =
        (span.start + 1..span.end).any(|at| line.is(at, TokenKind::Comma) && line.is(at - 1, TokenKind::Comma));
    if doubled {
        return Err(NotAName::Empty);
    }
    let parts = without_moved_end(line, split(line, span.clone(), hard));
    let listed = parts.len() > 1;
    let mut found = Vec::new();
    let last = parts.len().saturating_sub(1);
    for (place, part) in parts.into_iter().enumerate() {
        let ends_list = listed && place == last;
        found.extend(apart(line, part, known, &mut own, ends_list)?);
    }
    if found.is_empty() {
        return Err(NotAName::Empty);
    }
    share_direction(&mut found, line);
    adjuncts.join(&own);
    Ok(found)
}

/// Reads a text as a list of names with what stands beside them; `None` if it is no list without a doubt.
pub(crate) fn spoken_names(
    text: &str,
    lexicon: &Lexicon,
    known: &dyn KnownNames,
) -> Option<(Vec<TypedName>, ArrowTail)> {
    let line = TaggedLine::new(text, lexicon);
    let mut adjuncts = Adjuncts::default();
    let found = names(&line, line.all(), known, &mut adjuncts).ok()?;
    let sure = found.iter().all(|name| name.doubt.is_none());
    sure.then(|| (found.into_iter().map(|name| name.name).collect(), adjuncts.tail(false)))
}

/// Whether a token always separates names.
fn hard(line: &TaggedLine<'_>, at: usize) -> Option<usize> {
    matches!(line.kind(at), Some(TokenKind::Comma | TokenKind::Semicolon)).then_some(1)
}

/// Whether a token separates names if each has a direction or is known.
fn soft(line: &TaggedLine<'_>, at: usize) -> Option<usize> {
    let spaced = line.tokens.get(at + 1).is_some_and(|next| next.spaced);
    match line.kind(at) {
        Some(TokenKind::Slash | TokenKind::Ampersand | TokenKind::Mark(Sign::Plus, 1)) if spaced => Some(1),
        _ => line.length_of(at, Sense::And).or_else(|| line.length_of(at, Sense::Or)),
    }
}

/// Splits a span at separators; parts without a token are left out.
fn split(line: &TaggedLine<'_>, span: Span, separator: fn(&TaggedLine<'_>, usize) -> Option<usize>) -> Vec<Span> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (span.start, span.start);
    while at < span.end {
        match separator(line, at) {
            Some(length) if at > start => {
                parts.push(start..at);
                at += length;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.push(start..span.end);
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// Joins a direction behind a comma to the name before it: "time from order to gate, down".
fn without_moved_end(line: &TaggedLine<'_>, mut parts: Vec<Span>) -> Vec<Span> {
    let behind = |part: &Span| {
        line.sense(part.start, |sense| matches!(sense, Sense::AmountBehind(_)).then_some(()))
            .is_some_and(|(length, ())| length == part.len())
    };
    if parts.len() > 1 && parts.last().is_some_and(behind) {
        let last = parts.pop();
        if let (Some(before), Some(last)) = (parts.last_mut(), last) {
            before.end = last.end;
        }
    }
    parts
}

/// Reads one part of a list, which may be two names with "and" between them.
fn apart(
    line: &TaggedLine<'_>,
    part: Span,
    known: &dyn KnownNames,
    adjuncts: &mut Adjuncts,
    ends_list: bool,
) -> Result<Vec<NamePhrase>, NotAName> {
    let part = line.trimmed(part);
    let both = line.length_of(part.start, Sense::Both).unwrap_or_default();
    let part = part.start + both..part.end;
    let and = line.length_of(part.start, Sense::And).filter(|_| ends_list).unwrap_or_default();
    let part = part.start + and..part.end;
    let pieces: Vec<Span> =
        split(line, part.clone(), soft).into_iter().map(|piece| once(line, piece, part.start)).collect();
    // A sigil before the first piece alone says where one name begins: "@Customs and Border Protection".
    let marked =
        |piece: &Span| line.slice(piece.start..piece.start + 1).starts_with(|c: char| Kind::from_sigil(c).is_some());
    let one = pieces.first().is_some_and(marked) && !pieces.iter().skip(1).all(marked);
    if one || pieces.len() < 2 || known.knows(line.slice(part.clone())) {
        return name_with(line, part, known, adjuncts).map(|name| vec![name]);
    }
    let mut own = Adjuncts::default();
    let told: Result<Vec<_>, _> = pieces.iter().map(|piece| name_with(line, piece.clone(), known, &mut own)).collect();
    let whole = name_with(line, part, known, &mut Adjuncts::default());
    let Ok(mut told) = told else { return whole.map(|name| vec![name]) };
    let directed = told.iter().all(NamePhrase::says_a_direction);
    let all_known = told.iter().all(|name| known.knows(name.name.full()) || known.knows(&name.name.label));
    if !(directed || all_known || ends_list) {
        for name in &mut told {
            name.doubt = name.doubt.or(Some(NameDoubt::Several));
        }
    }
    adjuncts.join(&own);
    Ok(told)
}

/// Takes the preposition before the list off a later name that repeats it: "precisa *da* base e *dos* direitos".
fn once(line: &TaggedLine<'_>, piece: Span, start: usize) -> Span {
    let before = start.checked_sub(1).map(|at| line.word(at)).filter(|word| !word.is_empty());
    let repeated =
        piece.start > start && before == Some(line.word(piece.start)) && line.has(piece.start, Sense::Preposition);
    piece.start + usize::from(repeated)..piece.end
}

/// In "fewer calls and letters" the direction of the first name counts for the others, too; in "fewer calls and happier
/// customers" the second has a word of its own.
fn share_direction(names: &mut [NamePhrase], line: &TaggedLine<'_>) {
    let several = names.iter().any(|name| name.doubt == Some(NameDoubt::Several));
    let Some(first) = names.first().and_then(|name| name.sign).filter(|_| several) else { return };
    let compares = |sense| {
        matches!(
            sense,
            Sense::OtherComparative
                | Sense::Comparative(..)
                | Sense::Comparing(_)
                | Sense::Amount(_)
                | Sense::AmountBehind(_)
        )
    };
    let own = |name: &NamePhrase| {
        let label = name.name.label.to_lowercase();
        name.says_a_direction() || label.split(' ').any(|word| line.words.has_sense(word, compares))
    };
    for name in names.iter_mut().filter(|name| !own(name)) {
        name.sign = Some(first);
        name.name.turn = Some(first);
    }
}
