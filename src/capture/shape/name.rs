use crate::capture::lexicon::{ComparedMeasure, Sense};
use crate::record::{Basis, Sign};

use super::adjunct::Adjuncts;
use super::known::KnownNames;
use super::name_phrase::{NamePhrase, NotAName};
use super::name_reader::NameReader;
use super::noun_phrase::check;
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// Reads a span as one name.
pub(crate) fn name(line: &TaggedLine<'_>, span: Span, known: &dyn KnownNames) -> Result<NamePhrase, NotAName> {
    let span = line.trimmed(span);
    if span.is_empty() {
        return Err(NotAName::Empty);
    }
    if is_known_whole(line, &span, known) {
        return known_name(line, span, known);
    }
    let mut reader = NameReader::new(line, span.clone(), known);
    reader.marks();
    // A sigil other than that of a factor says that no direction belongs to the name.
    if !line.slice(span.start..span.start + 1).starts_with(['@', '!', '/', '$', '^', '#', '*', '&']) {
        reader.direction();
    }
    if reader.span.is_empty() {
        return Err(NotAName::Empty);
    }
    let label = line.slice(reader.span.clone());
    let doubt = if known.knows(label) { None } else { check(line, &reader.span)? };
    reader.finish(doubt)
}

/// Takes the label of a known thing as it stands; a question mark behind it makes a guess.
fn known_name(line: &TaggedLine<'_>, span: Span, known: &dyn KnownNames) -> Result<NamePhrase, NotAName> {
    let mut reader = NameReader::new(line, span, known);
    reader.question();
    reader.finish(None)
}

/// Whether the whole span is the label of a known thing. A word that says a direction belongs to the label only if the
/// thing was typed with it as a word of its own.
fn is_known_whole(line: &TaggedLine<'_>, span: &Span, known: &dyn KnownNames) -> bool {
    let text = line.slice(span.clone());
    // "Own it" does not speak of a unit called IT.
    let pronoun = span.len() == 1
        && line.has(span.start, Sense::Pronoun)
        && line.tokens.get(span.start).is_some_and(|token| !token.capital);
    if pronoun || !known.knows(text) {
        return false;
    }
    let last = span.end.saturating_sub(1);
    let mark = |at: usize| matches!(line.kind(at), Some(TokenKind::Mark(..)));
    let leads = line.sense(span.start, Sense::amount).is_some();
    let follows = line.ending_with(span, Sense::amount_behind).is_some();
    let spelled = |at: usize| known.is_spelled_with(text, line.slice(at..at + 1));
    !mark(span.start) && !mark(last) && (!leads || spelled(span.start)) && (!follows || spelled(last))
}

/// Reads a span as the name of what a comparative elsewhere in the line (`said`) measures: "the training" of "makes the
/// training longer".
pub(crate) fn measured_name(
    line: &TaggedLine<'_>,
    span: Span,
    known: &dyn KnownNames,
    compared: (ComparedMeasure, Sign),
    said: &str,
) -> Result<NamePhrase, NotAName> {
    let span = line.trimmed(span);
    if span.is_empty() {
        return Err(NotAName::Empty);
    }
    let mut reader = NameReader::new(line, span, known);
    reader.direction();
    reader.measured(compared, said, true);
    let doubt = if known.knows(line.slice(reader.span.clone())) { None } else { check(line, &reader.span)? };
    let mut found = reader.finish(doubt)?;
    // The comparative stands elsewhere: no spelling of a known thing holds it.
    found.name.whole = None;
    Ok(found)
}

/// Reads a span as one name with what stands beside it: a time, an amount, a hedge.
pub(crate) fn name_with(
    line: &TaggedLine<'_>,
    span: Span,
    known: &dyn KnownNames,
    adjuncts: &mut Adjuncts,
) -> Result<NamePhrase, NotAName> {
    let span = line.trimmed(span);
    if is_known_whole(line, &span, known) {
        return known_name(line, span, known);
    }
    let mut own = Adjuncts::default();
    let inner = own.peel(line, span);
    let found = name(line, inner, known)?;
    adjuncts.join(&own);
    adjuncts.strength = found.strength.or(adjuncts.strength);
    adjuncts.because.extend(found.because.iter().cloned());
    if found.guess {
        adjuncts.basis.get_or_insert(Basis::Guess);
    }
    Ok(found)
}
