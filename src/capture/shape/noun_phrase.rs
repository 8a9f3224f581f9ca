use crate::capture::lexicon::Sense;
use crate::record::Kind;

use super::name_phrase::{NameDoubt, NotAName};
use super::name_word::check_word;
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// The maximum number of words of a name that nobody typed in brackets.
const LONGEST: usize = 10;

/// Returns the place of the head of a name: its last word before the first preposition.
pub(crate) fn head(line: &TaggedLine<'_>, span: &Span) -> Option<usize> {
    let end = (span.start + 1..span.end).find(|at| line.has(*at, Sense::Preposition)).unwrap_or(span.end);
    end.checked_sub(1).filter(|at| *at >= span.start)
}

/// Checks that a span is a noun phrase; returns why a reading with it is only offered.
pub(crate) fn check(line: &TaggedLine<'_>, span: &Span) -> Result<Option<NameDoubt>, NotAName> {
    // A sigil says that everything behind it is one name, whatever it holds; a second sigil begins another one.
    let sigil = |at: usize| line.slice(at..at + 1).starts_with(|c: char| Kind::from_sigil(c).is_some());
    if sigil(span.start) && !span.clone().skip(1).any(sigil) {
        return Ok(None);
    }
    if span.len() == 1 && matches!(line.kind(span.start), Some(TokenKind::Bracketed)) {
        return Ok(None);
    }
    let bare = |at: usize| {
        matches!(
            line.kind(at),
            Some(TokenKind::Parenthesis | TokenKind::Other | TokenKind::Ampersand | TokenKind::Slash)
        )
    };
    if span.clone().all(bare) {
        let missing = line.is(span.start, TokenKind::Parenthesis) || line.slice(span.clone()).is_ascii();
        return Err(if missing { NotAName::Empty } else { NotAName::NoLetter });
    }
    if line.has(span.start, Sense::Fraction) {
        return Ok(Some(NameDoubt::Amount));
    }
    if is_torn(line, span) {
        return Err(NotAName::Torn);
    }
    let mut doubt = None;
    let mut lettered = false;
    let counted = span.clone().any(|at| is_count(line, at));
    let head = head(line, span).map_or(span.end, |head| head + 1);
    for at in span.clone() {
        doubt = doubt.or(check_word(line, span, at)?);
        lettered |= at < head && is_lettered(line, at, counted);
    }
    // One letter or one word alone is a name, also where it is an article: "A".
    let alone = span.len() == 1
        && line.is(span.start, TokenKind::Word)
        && (is_letter(line, span.start) || !line.has(span.start, Sense::Article));
    if !lettered && !alone {
        return Err(NotAName::Number);
    }
    doubt = doubt.or_else(|| (span.len() > 1 && lacks_noun(line, span)).then_some(NameDoubt::Sentence));
    Ok(doubt.or_else(|| (span.len() > LONGEST).then_some(NameDoubt::Long)))
}

/// Whether a span begins or ends with a word that needs more beside it, or is no more than such a word.
fn is_torn(line: &TaggedLine<'_>, span: &Span) -> bool {
    let opens = |at: usize| {
        [Sense::Preposition, Sense::And, Sense::Or, Sense::Article].iter().any(|sense| line.has(at, *sense))
    };
    if span.len() == 1 {
        let small = line.tokens.get(span.start).is_some_and(|token| !token.capital);
        let article = small && line.has(span.start, Sense::Article) && !is_letter(line, span.start);
        return article || is_direction_alone(line, span);
    }
    let factor = line.has(span.start, Sense::KindNoun(Kind::Factor));
    let leads = opens(span.start) && !factor && !is_letter(line, span.start);
    let closes = [Sense::Article, Sense::Preposition].iter().any(|sense| line.ending(span, *sense).is_some())
        && !is_letter(line, span.end - 1)
        && line.ending(span, Sense::Compound).is_none();
    leads || closes || is_direction_alone(line, span) || line.has(span.start, Sense::When)
}

/// Whether a span is no more than a direction: "kürzer", "no change in".
fn is_direction_alone(line: &TaggedLine<'_>, span: &Span) -> bool {
    let directs =
        |sense| matches!(sense, Sense::Comparative(..) | Sense::Amount(_) | Sense::AmountBehind(_)).then_some(());
    let whole = line.ending_with(span, directs).is_some_and(|(length, ())| length == span.len());
    whole || line.length_of(span.start, Sense::NoChange).is_some_and(|length| length < span.len())
}

/// Whether nothing in a span can be a noun, where nouns are written with capitals and the line has some elsewhere.
fn lacks_noun(line: &TaggedLine<'_>, span: &Span) -> bool {
    let noun = |at: usize| {
        line.tokens.get(at).is_some_and(|token| {
            token.kind != TokenKind::Word || token.capital || token.word.contains(char::is_numeric)
        })
    };
    line.words.file.capital_nouns
        && !span.clone().any(noun)
        && (1..line.tokens.len()).any(|at| line.is(at, TokenKind::Word) && noun(at))
}

/// Whether a word is one letter: "A" is a name where nothing else is beside it.
fn is_letter(line: &TaggedLine<'_>, at: usize) -> bool {
    line.slice(at..at + 1).chars().filter(|c| c.is_alphanumeric()).count() == 1
}

/// Whether a token is a number, in digits or in words.
fn is_count(line: &TaggedLine<'_>, at: usize) -> bool {
    let word = line.has_any(at, |sense| matches!(sense, Sense::Number(_)));
    line.is(at, TokenKind::Number) || (word && !line.has(at, Sense::Article))
}

/// Whether a token makes a name of a span: a word that is no number, no date and, beside a number (`counted`), no unit.
fn is_lettered(line: &TaggedLine<'_>, at: usize, counted: bool) -> bool {
    let counts = |sense| match sense {
        Sense::Number(_)
        | Sense::About
        | Sense::Until
        | Sense::Percent
        | Sense::Article
        | Sense::Month(_)
        | Sense::Weekday(_) => Some(()),
        Sense::Unit(_) => counted.then_some(()),
        _ => None,
    };
    match line.kind(at) {
        Some(TokenKind::Bracketed | TokenKind::Quote) => true,
        Some(TokenKind::Word) => line.sense(at, counts).is_none(),
        _ => false,
    }
}
