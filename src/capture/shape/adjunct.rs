use crate::capture::lexicon::Sense;
use crate::record::lexicon::{delay, span_parts};
use crate::record::{Basis, Delay, Strength};

use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// From how many percent on a change counts as clearly so.
const CLEARLY_PERCENT: f32 = 20.0;

/// The days that a delay of no stated length counts for.
const LATER_DAYS: u32 = 90;

/// What the words beside a statement say about it: when it shows, how somebody knows it, how much it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adjuncts {
    pub(crate) delay: Option<Delay>,
    pub(crate) basis: Option<Basis>,
    pub(crate) strength: Option<Strength>,
    /// The words that are kept as a note: "by 30 %".
    pub(crate) notes: Vec<String>,
    /// What each part says, for whoever asks why.
    pub(crate) because: Vec<String>,
}

impl Adjuncts {
    /// Takes the adjuncts off both ends of a span, and returns what is left of it.
    pub(crate) fn peel(&mut self, line: &TaggedLine<'_>, span: Span) -> Span {
        let mut span = line.trimmed(span);
        while !span.is_empty() {
            let before = span.clone();
            span.start += self.leading(line, &span);
            span.end -= if span.is_empty() { 0 } else { self.trailing(line, &span) };
            span = line.trimmed(span);
            if span == before {
                break;
            }
        }
        span
    }

    /// Takes a span that is one adjunct and nothing else, and returns whether it is.
    pub(crate) fn take_whole(&mut self, line: &TaggedLine<'_>, span: &Span) -> bool {
        if let Some((_, delay)) = time_at(line, span.start).filter(|(length, _)| *length == span.len()) {
            self.wait(line, span.clone(), delay);
            return true;
        }
        let hedged = line.sense(span.start, Sense::hedge).filter(|(length, _)| *length == span.len());
        if let Some((_, basis)) = hedged {
            self.know(line, span.clone(), basis);
        }
        hedged.is_some()
    }

    /// Takes one adjunct off the start, and returns its length in tokens.
    pub(crate) fn leading(&mut self, line: &TaggedLine<'_>, span: &Span) -> usize {
        let at = span.start;
        let left = span.end.saturating_sub(at);
        let fits = |length: &usize| *length < left;
        if let Some((length, basis)) = line.sense(at, Sense::hedge).filter(|(length, _)| *length < left) {
            self.know(line, at..at + length, basis);
            return length;
        }
        if let Some((length, delay)) = time_at(line, at).filter(|(length, _)| *length < left) {
            self.wait(line, at..at + length, delay);
            return length;
        }
        let month = |at: usize| {
            line.sense(at, |sense| matches!(sense, Sense::Month(_)).then_some(())).map(|(length, ())| length)
        };
        let in_month = || line.length_of(at, Sense::Preposition).and_then(|length| Some(length + month(at + length)?));
        line.length_of(at, Sense::Adverb).or_else(in_month).filter(fits).unwrap_or_default()
    }

    /// Takes the adjuncts off the start of a span, and returns what is left of it: "reduces *also* the costs".
    pub(crate) fn peel_front(&mut self, line: &TaggedLine<'_>, span: Span) -> Span {
        let mut span = line.trimmed(span);
        loop {
            let length = self.leading(line, &span);
            if length == 0 {
                return span;
            }
            span.start += length;
        }
    }

    /// Takes one adjunct off the end, and returns its length in tokens.
    pub(crate) fn trailing(&mut self, line: &TaggedLine<'_>, span: &Span) -> usize {
        if span.is_empty() {
            return 0;
        }
        let last = span.end - 1..span.end;
        let typed = line.slice(last.clone());
        if let Some(typed) = delay(typed).filter(|_| line.is(last.start, TokenKind::Number) && span.len() > 1) {
            self.wait(line, last, typed);
            return 1;
        }
        if let Some(length) = self.trailing_time(line, span).or_else(|| self.trailing_amount(line, span)) {
            return length;
        }
        let left = span.end.saturating_sub(span.start);
        if let Some((length, basis)) = line.ending_with(span, Sense::hedge).filter(|(length, _)| *length < left) {
            self.know(line, span.end - length..span.end, basis);
            return length;
        }
        if let Some(length) = line.ending(span, Sense::Clearly).filter(|length| *length < left) {
            self.clearly(line, span.end - length..span.end);
            return length;
        }
        if line.is(span.end - 1, TokenKind::Parenthesis) && left > 1 && is_aside(line, span.end - 1) {
            self.notes.push(line.slice(span.end - 1..span.end).trim_matches(['(', ')']).to_owned());
            return 1;
        }
        line.ending(span, Sense::Adverb).filter(|length| *length < left).unwrap_or_default()
    }

    fn trailing_time(&mut self, line: &TaggedLine<'_>, span: &Span) -> Option<usize> {
        const LONGEST: usize = 9;
        let first = (span.start + 1).max(span.end.saturating_sub(LONGEST));
        let found = (first..span.end).find_map(|at| {
            let (length, delay) = time_at(line, at).filter(|(length, _)| at + length == span.end)?;
            // "Letters answered within two days" is a name: the time says how they were answered.
            (!(is_participle(line.word(at - 1)) || line.has(at - 1, Sense::Participle))).then_some((at, length, delay))
        });
        let (at, length, delay) = found?;
        self.wait(line, at..at + length, delay);
        Some(length)
    }

    /// Takes an amount: "by 30 %", "by a quarter", "30 %".
    fn trailing_amount(&mut self, line: &TaggedLine<'_>, span: &Span) -> Option<usize> {
        let percent = line.ending(span, Sense::Percent).unwrap_or_default();
        let number = span.end.checked_sub(percent + 1).filter(|at| *at > span.start && line.is(*at, TokenKind::Number));
        let (mut start, clearly) = match number {
            Some(at) => {
                let text = line.slice(at..at + 1);
                let share = (percent > 0 || text.ends_with('%')).then(|| value(text))?;
                (at, share.is_some_and(is_clearly))
            }
            None => (span.end - line.ending(span, Sense::Fraction)?, true),
        };
        start -= line.ending(&(span.start..start), Sense::About).unwrap_or_default();
        start -= line.ending(&(span.start..start), Sense::By).unwrap_or_default();
        if start <= span.start {
            return None;
        }
        if clearly {
            self.strength = Some(Strength::Clear);
            self.because.push(format!("{} is clearly", line.slice(start..span.end)));
        }
        self.notes.push(line.slice(start..span.end).to_owned());
        Some(span.end - start)
    }

    pub(crate) fn clearly(&mut self, line: &TaggedLine<'_>, span: Span) {
        self.strength = Some(Strength::Clear);
        self.because.push(format!("`{}` is clearly", line.slice(span)));
    }

    pub(crate) fn know(&mut self, line: &TaggedLine<'_>, span: Span, basis: Basis) {
        self.basis.get_or_insert(basis);
        self.because.push(format!("`{}` is {}", line.slice(span), basis.name()));
    }

    fn wait(&mut self, line: &TaggedLine<'_>, span: Span, delay: Delay) {
        self.delay.get_or_insert(delay);
        self.because.push(format!("`{}` is when it shows", line.slice(span)));
    }

    /// Returns these with what another part of the line says.
    pub(crate) fn joined(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.join(other);
        both
    }

    /// Adds what another part of the line says.
    pub(crate) fn join(&mut self, other: &Self) {
        self.delay = self.delay.or(other.delay);
        self.basis = self.basis.or(other.basis);
        self.strength = self.strength.or(other.strength);
        self.notes.extend(other.notes.iter().cloned());
        self.because.extend(other.because.iter().cloned());
    }
}

/// Whether a parenthesis is said beside a name: "(we hope)", "(est. 20 %)". An attribute and a single word belong to the
/// name: "(live)", "(radiology)".
fn is_aside(line: &TaggedLine<'_>, at: usize) -> bool {
    let inside = line.slice(at..at + 1).trim_matches(['(', ')']);
    let several = inside.split_whitespace().count() > 1 || inside.contains(|c: char| c.is_ascii_digit());
    several && crate::capture::grammar::attribute(inside).is_none()
}

fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
}

/// Whether a change of so many percent counts as clearly so.
pub(crate) fn is_clearly(percent: f32) -> bool {
    percent >= CLEARLY_PERCENT
}

/// Returns the percentage that stands at a place as one token: `30%`.
pub(crate) fn share_at(line: &TaggedLine<'_>, at: usize) -> Option<f32> {
    let text = line.slice(at..at + 1);
    value(text).filter(|_| line.is(at, TokenKind::Number) && text.ends_with('%'))
}

/// Returns the number that a text begins with; a sign and a currency before it do not count.
pub(crate) fn value(text: &str) -> Option<f32> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    text.get(..end)?.trim_end_matches(['.', ',']).replace(',', ".").parse().ok()
}

/// Reads a time that begins at a place: "after about two weeks", "in the long run", "3w later". Returns its length in
/// tokens.
pub(crate) fn time_at(line: &TaggedLine<'_>, at: usize) -> Option<(usize, Delay)> {
    let spoken = line.sense(at, |sense| if let Sense::Span(days) = sense { Some(days) } else { None });
    let framed = line.phrases(at).filter(|(_, phrase)| phrase.sense == Sense::DelayFrame);
    let framed = framed.filter_map(|(length, phrase)| {
        let (span, days) = span_at(line, at + length)?;
        closed(line, at + length + span, phrase.behind.as_deref()).map(|behind| (length + span + behind, days))
    });
    let bare = || {
        let (span, days) = span_at(line, at)?;
        let behind = line.words.frames.iter();
        behind.filter_map(|frame| Some((span + closed(line, at + span, frame.behind.as_deref())?, days))).max()
    };
    let found = framed.chain(spoken).max().or_else(bare)?;
    let (length, days) = found;
    Some((length, if days == LATER_DAYS && spoken == Some(found) { Delay::Later } else { Delay::Days(days) }))
}

/// Returns the number of words of the second part of a frame, if it stands here.
fn closed(line: &TaggedLine<'_>, at: usize, behind: Option<&[Box<str>]>) -> Option<usize> {
    let behind = behind.unwrap_or_default();
    line.matches(behind, at).then_some(behind.len())
}

/// Reads a number and a unit: "about two weeks", "a month", "3w". Returns the length in tokens and the days.
fn span_at(line: &TaggedLine<'_>, at: usize) -> Option<(usize, u32)> {
    let about = line.length_of(at, Sense::About).unwrap_or_default();
    let place = at + about;
    let unit = |at: usize| line.sense(at, |sense| if let Sense::Unit(days) = sense { Some(days) } else { None });
    if line.is(place, TokenKind::Number) {
        let typed = line.tokens.get(place)?.word.as_ref();
        if let Some((number, days)) = span_parts(typed) {
            return Some((about + 1, number.parse::<u32>().ok()?.checked_mul(days)?));
        }
        let (length, days) = unit(place + 1)?;
        let number = typed.rsplit(['-', '/']).next().and_then(value)?;
        return Some((about + 1 + length, scaled(number, days)?));
    }
    let number = |sense| if let Sense::Number(number) = sense { Some(number) } else { None };
    let (length, number) = line.sense(place, number)?;
    let more = line.length_of(place + length, Sense::About).unwrap_or_default();
    let (unit, days) = unit(place + length + more)?;
    Some((about + length + more + unit, number.checked_mul(days)?))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is from 0 to 10,000 here")]
fn scaled(number: f32, days: u32) -> Option<u32> {
    (0.0..=10_000.0).contains(&number).then(|| (number * f32::from(u16::try_from(days).unwrap_or(u16::MAX))) as u32)
}
