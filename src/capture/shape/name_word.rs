use crate::capture::lexicon::{Phrase, Sense};
use crate::record::Kind;

use super::name_phrase::{NameDoubt, NotAName};
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// Checks one word of a noun phrase: it may make a sentence of it, or a doubt.
pub(crate) fn check_word(line: &TaggedLine<'_>, span: &Span, at: usize) -> Result<Option<NameDoubt>, NotAName> {
    match line.kind(at) {
        Some(
            TokenKind::Arrow(_)
            | TokenKind::Equals
            | TokenKind::Question
            | TokenKind::Stop
            | TokenKind::Semicolon
            | TokenKind::Mark(..)
            | TokenKind::Comma,
        ) => return Err(NotAName::Mark),
        Some(TokenKind::Word) => {}
        Some(TokenKind::Number) => return Ok(number_doubt(line, span, at)),
        _ => return Ok(None),
    }
    let first = at == span.start;
    let capital = line.words.file.capital_nouns && is_noun(line, at);
    if is_small_verb(line, at) {
        return Err(NotAName::Sentence);
    }
    for (length, phrase) in line.phrases(at) {
        match phrase.sense {
            // "Saw mill" is a name; "is live" and "will the bot" are none.
            Sense::Finite if first && may_be_a_noun(line, span, at + length) && !line.has(at, Sense::Auxiliary) => {}
            Sense::Finite | Sense::Auxiliary | Sense::Guessing | Sense::Aiming if !capital => {
                return Err(NotAName::Sentence);
            }
            // "Het" and "that" are articles before a noun.
            Sense::Pronoun if line.has(at, Sense::Article) && at + 1 < span.end => {}
            Sense::Pronoun | Sense::Nobody if !capital => return Err(NotAName::Pronoun),
            Sense::Negation => return Err(NotAName::Negated),
            Sense::Because => return Err(NotAName::Sentence),
            Sense::Talk if !capital => return Err(NotAName::Talk),
            Sense::But | Sense::So if !line.has(at, Sense::Preposition) => return Err(NotAName::Sentence),
            Sense::Subordinator if first && !line.has(at, Sense::Article) => return Err(NotAName::Sentence),
            Sense::Verb(_) if !capital && first && line.has(at + length, Sense::Article) && at + length < span.end => {
                return Err(NotAName::Sentence);
            }
            Sense::Subordinator if !first && at + length < span.end && !line.has(at, Sense::Article) => {
                return Ok(Some(NameDoubt::Clause));
            }
            Sense::Verb(place)
                if !capital
                    && !first
                    && !line.has(at - 1, Sense::Preposition)
                    && at + length < span.end
                    && phrase.behind.is_none()
                    && is_finite(line, place, at, length) =>
            {
                return Err(NotAName::Sentence);
            }
            Sense::BareVerb if at > span.start + 1 && is_done_by(line, at) => return Ok(Some(NameDoubt::Sentence)),
            Sense::BareVerb if !first && is_plural(line.word(at - 1)) => return Ok(Some(NameDoubt::Sentence)),
            Sense::Amount(_) if !first => return Ok(Some(NameDoubt::Direction)),
            _ => {}
        }
    }
    // "Artists searches other houses": two plurals and more behind them are a sentence in bad grammar.
    let plurals = !first && is_plural(line.word(at - 1)) && is_plural(line.word(at)) && !capital;
    let more = at + 1 < span.end && (line.has(at + 1, Sense::Article) || line.word(at + 1) == "other");
    Ok((plurals && more && line.words.file.one_plural).then_some(NameDoubt::Sentence))
}

/// Whether a word in small letters is a verb, where nouns have capitals and the line has some. Forms in `-te` and `-ten`
/// are adjectives before a noun: "verbesserte Abläufe".
fn is_small_verb(line: &TaggedLine<'_>, at: usize) -> bool {
    let Some(token) = line.tokens.get(at).filter(|token| line.words.file.capital_nouns && !token.capital) else {
        return false;
    };
    let adjective = token.word.ends_with("te") || token.word.ends_with("ten");
    let capitals = || line.tokens.iter().skip(1).any(|token| token.capital);
    let verb = |(length, phrase): (usize, &Phrase)| match phrase.sense {
        Sense::Finite => true,
        Sense::Verb(place) => length == 1 && phrase.behind.is_none() && line.verb(place).is_some_and(|verb| !verb.noun),
        _ => false,
    };
    !adjective && line.phrases(at).any(verb) && capitals()
}

/// Whether "to" and a verb say what somebody does: "the customer to complain". "Time to reply" is a name.
fn is_done_by(line: &TaggedLine<'_>, at: usize) -> bool {
    let noun = at - 2;
    let takes = [Sense::Duration, Sense::Quantity, Sense::Wait, Sense::KindNoun(Kind::Factor)];
    line.word(at - 1) == "to"
        && !takes.iter().any(|sense| line.has(noun, *sense))
        && !line.word(noun).ends_with(['y', 'e'])
}

/// Whether a verb at the start of a name, with the rest of it at this place, is a noun: alone, or before one word that opens
/// no clause.
fn may_be_a_noun(line: &TaggedLine<'_>, span: &Span, rest: usize) -> bool {
    let contracted = line.word(span.start).contains('\'');
    !contracted && span.len() <= 2 && !opens_a_clause(line, rest)
}

/// Whether an object of a verb begins at a place.
fn opens_a_clause(line: &TaggedLine<'_>, at: usize) -> bool {
    [Sense::Article, Sense::Pronoun, Sense::Preposition, Sense::Subordinator, Sense::Negation]
        .iter()
        .any(|sense| line.has(at, *sense))
}

/// Whether a word is written as a noun where nouns have capitals. At the start of the line every word has one; there an
/// infinitive is the noun made of it: "Fragen".
fn is_noun(line: &TaggedLine<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| token.capital) && (at > 0 || line.word(at).ends_with("en"))
}

/// A time of the day and a length of time are no part of a name: "lunch 12:15", "back 2 hours by week". Behind a
/// preposition they are: "answered within 2 days".
fn number_doubt(line: &TaggedLine<'_>, span: &Span, at: usize) -> Option<NameDoubt> {
    let clock = line.slice(at..at + 1).contains(':');
    let unit = line.has_any(at + 1, |sense| matches!(sense, Sense::Unit(_))) && at + 1 < span.end;
    let before = at.checked_sub(1).filter(|before| *before >= span.start);
    let placed = before.is_some_and(|before| {
        line.is(before, TokenKind::Compare) || line.has(before, Sense::Preposition) || line.has(before, Sense::About)
    });
    (clock || (unit && before.is_some() && !placed)).then_some(NameDoubt::Amount)
}

/// Whether a verb form at this place makes a sentence: a participle does not, and neither does one that is a noun.
fn is_finite(line: &TaggedLine<'_>, place: u16, at: usize, length: usize) -> bool {
    let word = line.word(at);
    let participle = length == 1 && (word.ends_with("ed") || word.ends_with("ing"));
    line.verb(place).is_some_and(|verb| !verb.noun) && !participle
}

pub(crate) fn is_plural(word: &str) -> bool {
    const PLURALS: [&str; 6] = ["people", "staff", "men", "women", "children", "police"];
    (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")) || PLURALS.contains(&word)
}
