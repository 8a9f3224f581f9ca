use crate::capture::lexicon::{ComparedMeasure, Sense, VerbMeaning};
use crate::record::{Sign, Strength};

use super::adjunct::Adjuncts;
use super::clause::{VerbGroup, verb_groups};
use super::input::ShapeInput;
use super::judged::judged;
use super::name::measured_name;
use super::name_phrase::NamePhrase;
use super::names::names;
use super::tagged::{Span, TaggedLine};

/// Something that goes up or down, or is there: one half of "when A rises, B falls".
#[derive(Clone, Debug)]
pub(crate) struct Movement {
    pub(crate) names: Vec<NamePhrase>,
    /// The direction; `None` for something that goes live or is there.
    pub(crate) sign: Option<Sign>,
    /// Whether a verb says the movement, and not a word beside the name alone.
    pub(crate) by_verb: bool,
    pub(crate) adjuncts: Adjuncts,
    /// What stands behind the verb and is no adjunct: "since March".
    pub(crate) rest: Span,
    pub(crate) because: Vec<String>,
}

/// Reads a span as a movement that fills it: "overtime rises too", "more complaints", "approvals get slower".
pub(crate) fn movement(input: &ShapeInput<'_, '_>, span: Span) -> Option<Movement> {
    movements(input, span).into_iter().find(|found| found.rest.is_empty())
}

/// Reads a span as a movement with anything behind it.
pub(crate) fn movements(input: &ShapeInput<'_, '_>, span: Span) -> Vec<Movement> {
    let line = input.line;
    let mut adjuncts = Adjuncts::default();
    let span = without_there_is(line, adjuncts.peel(line, span));
    let mut found: Vec<Movement> = Vec::new();
    for group in verb_groups(line, &span) {
        if group.negated {
            continue;
        }
        found.extend(by_verb(input, &span, &group, &adjuncts));
    }
    found.extend(by_words(input, span, adjuncts));
    found
}

/// Takes "there is" off both ends: "*es* mehr Anrufe *gibt*", "*er* minder leerlingen *komen*".
fn without_there_is(line: &TaggedLine<'_>, span: Span) -> Span {
    let Some(length) = line.length_of(span.start, Sense::ThereIs).filter(|length| *length < span.len()) else {
        return span;
    };
    let span = span.start + length..span.end;
    let closing = line.ending(&span, Sense::ThereIs).filter(|length| *length < span.len()).unwrap_or_default();
    span.start..span.end - closing
}

fn by_verb(input: &ShapeInput<'_, '_>, span: &Span, group: &VerbGroup<'_>, adjuncts: &Adjuncts) -> Option<Movement> {
    let line = input.line;
    let mut adjuncts = adjuncts.clone();
    if group.guess {
        adjuncts.basis = Some(crate::record::Basis::Guess);
    }
    let (before, behind) = (span.start..group.span.start, group.span.end..span.end);
    let judges = group.judges(line);
    let said = line.slice(group.core.clone());
    let because = vec![judges.map_or_else(|| format!("`{said}` is {}", told(group)), |_| good_or_bad(said))];
    let sign = match group.means() {
        VerbMeaning::Rises => Some(Sign::Plus),
        VerbMeaning::Falls => Some(Sign::Minus),
        VerbMeaning::Multiplies => {
            adjuncts.strength = Some(Strength::Clear);
            group.entry.sign
        }
        VerbMeaning::GoesLive => None,
        VerbMeaning::Becomes => return becomes(input, before, behind, adjuncts, because),
        _ => return None,
    };
    let behind = closing(input, group, behind)?;
    if line.trimmed(before.clone()).is_empty() {
        // The verb comes first: "steigt nach etwa sechs Wochen auch der Krankenstand".
        let object = adjuncts.peel_front(line, behind);
        let mut names = names(line, object.clone(), input.known, &mut adjuncts).ok()?;
        let sign = judges.map_or(sign, |direction| judged_names(input, &mut names, direction, said));
        return Some(Movement { names, sign, by_verb: true, adjuncts, rest: object.end..object.end, because });
    }
    let mut names = names(line, before, input.known, &mut adjuncts).ok()?;
    let sign = judges.map_or(sign, |direction| judged_names(input, &mut names, direction, said));
    let rest = adjuncts.peel(line, behind);
    Some(Movement { names, sign, by_verb: true, adjuncts, rest, because })
}

/// Turns better or worse, as a verb (`said`) tells it of names, into the sign that all of them have, or into one of each.
/// A name keeps a direction of its own; of a name whose way nobody knows the sign stays open.
pub(crate) fn judged_names(
    input: &ShapeInput<'_, '_>,
    names: &mut [NamePhrase],
    direction: Sign,
    said: &str,
) -> Option<Sign> {
    let sign_of = |name: &NamePhrase| {
        if name.says_a_direction() { None } else { judged(direction, &name.name.label, input.line.words, input.known) }
    };
    let signs: Vec<Option<Sign>> = names.iter().map(sign_of).collect();
    if let Some(sign) = signs.first().copied().flatten().filter(|sign| signs.iter().all(|other| *other == Some(*sign)))
    {
        return Some(sign);
    }
    for (name, sign) in names.iter_mut().zip(signs).filter(|(name, _)| !name.says_a_direction()) {
        name.note_judgement(sign, said);
    }
    None
}

/// Says that a word is no direction.
pub(crate) fn good_or_bad(said: &str) -> String {
    format!("`{said}` is good or bad, which is not more or less of everything")
}

/// Takes the second part of a verb off what stands behind it: "nimmt ... ab".
fn closing(input: &ShapeInput<'_, '_>, group: &VerbGroup<'_>, behind: Span) -> Option<Span> {
    let Some(closing) = group.behind else { return Some(behind) };
    let at = behind.end.checked_sub(closing.len()).filter(|at| *at >= behind.start)?;
    input.line.matches(closing, at).then_some(behind.start..at)
}

/// Reads "approvals get slower".
fn becomes(
    input: &ShapeInput<'_, '_>,
    before: Span,
    behind: Span,
    mut adjuncts: Adjuncts,
    mut because: Vec<String>,
) -> Option<Movement> {
    let line = input.line;
    // Where the verb stands last, the comparative stands before it: "wenn die Freigaben langsamer werden".
    let last = line.trimmed(behind.clone()).is_empty() && line.words.file.verb_second;
    let (before, behind) = if last {
        let compares = |at: &usize| comparative_at(input, *at).is_some_and(|(length, _)| at + length == before.end);
        let at = (before.start + 1..before.end).find(compares)?;
        (before.start..at, at..before.end)
    } else {
        (before, behind)
    };
    let (length, compared) = comparative_at(input, behind.start)?;
    let said = line.slice(behind.start..behind.start + length);
    let mut found = measured_name(line, before, input.known, compared, said).ok()?;
    because.push(match found.judged {
        Some(_) => good_or_bad(said),
        None => format!("`{said}` is {}", <&str>::from(compared.1)),
    });
    let sign = found.sign.take();
    found.name.turn = None;
    let rest = adjuncts.peel(line, behind.start + length..behind.end);
    Some(Movement { names: vec![found], sign, by_verb: true, adjuncts, rest, because })
}

/// Reads a comparative at a place: "slower", "more slow", "plus lente".
pub(crate) fn comparative_at(input: &ShapeInput<'_, '_>, at: usize) -> Option<(usize, (ComparedMeasure, Sign))> {
    let line = input.line;
    let alone = line.sense(at, Sense::comparative);
    if alone.is_some() {
        return alone;
    }
    let (more, turn) = line.sense(at, Sense::comparing)?;
    let (length, (measure, sign)) = line.sense(at + more, Sense::compared_adjective)?;
    Some((more + length, (measure, turn.then(sign))))
}

/// Reads a name with a comparative behind it, "the reports more long", "the training longer": the name with its sign.
pub(crate) fn compared(input: &ShapeInput<'_, '_>, span: Span) -> Option<NamePhrase> {
    let line = input.line;
    let span = line.trimmed(span);
    for at in span.start..span.end {
        let Some((length, compared)) = comparative_at(input, at) else { continue };
        let name = if at + length == span.end && at > span.start {
            span.start..at
        } else if at == span.start && at + length < span.end {
            at + length..span.end
        } else {
            continue;
        };
        let said = line.slice(at..at + length);
        return measured_name(line, name, input.known, compared, said).ok();
    }
    None
}

/// Reads names that words beside them move: "more complaints", "errors ↑".
fn by_words(input: &ShapeInput<'_, '_>, span: Span, mut adjuncts: Adjuncts) -> Option<Movement> {
    let names = names(input.line, span.clone(), input.known, &mut adjuncts).ok()?;
    if !names.iter().all(NamePhrase::says_a_direction) {
        return None;
    }
    Some(Movement { names, sign: None, by_verb: false, adjuncts, rest: span.end..span.end, because: Vec::new() })
}

fn told(group: &VerbGroup<'_>) -> &'static str {
    match group.means() {
        VerbMeaning::Falls => "less",
        VerbMeaning::GoesLive => "that it is there",
        VerbMeaning::Multiplies if group.entry.sign == Some(Sign::Minus) => "clearly less",
        VerbMeaning::Multiplies => "clearly more",
        _ => "more",
    }
}

impl Movement {
    /// Returns the names with the direction of the movement in each.
    pub(crate) fn directed(&self) -> Vec<NamePhrase> {
        let turn = |name: &NamePhrase| {
            let mut name = name.clone();
            let sign = match (self.sign, name.sign) {
                (Some(moved), Some(own)) => Some(moved.then(own)),
                (one, other) => one.or(other),
            };
            name.sign = sign;
            name.name.turn = sign;
            name
        };
        self.names.iter().map(turn).collect()
    }

    /// Whether it is no more than a directed name.
    pub(crate) fn is_bare(&self) -> bool {
        !self.by_verb && self.names.iter().all(NamePhrase::says_a_direction)
    }

    /// Whether it says of every name that it gets more, less, better or worse.
    pub(crate) fn says_a_direction(&self) -> bool {
        self.sign.is_some() || self.names.iter().all(NamePhrase::says_a_direction)
    }
}
