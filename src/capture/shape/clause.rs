use crate::capture::lexicon::{Sense, VerbEntry, VerbMeaning};
use crate::record::Sign;

use super::tagged::{Span, TaggedLine};

/// A verb of a line with the helping verbs, negations and adverbs around it.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup<'a> {
    /// The whole group.
    pub(crate) span: Span,
    /// The words of the verb itself.
    pub(crate) core: Span,
    pub(crate) entry: &'a VerbEntry,
    /// The second part of the verb, behind its object: "ab" of "hängt von ... ab".
    pub(crate) behind: Option<&'a [Box<str>]>,
    /// Whether a helping verb makes a guess of it: "might raise".
    pub(crate) guess: bool,
    /// Whether a helping verb says what it is for: "should raise".
    pub(crate) aims: bool,
    pub(crate) negated: bool,
}

impl VerbGroup<'_> {
    pub(crate) const fn means(&self) -> VerbMeaning {
        self.entry.means
    }

    /// Returns whether the verb says that something gets better (plus) or worse (minus), and not more or less.
    pub(crate) fn judges(&self, line: &TaggedLine<'_>) -> Option<Sign> {
        let behind = self.behind.into_iter().flatten().map(AsRef::as_ref);
        let direction =
            self.core.clone().map(|at| line.word(at)).chain(behind).find_map(|word| line.words.judging(word))?;
        // "Aggrave" with an object is more of something bad.
        let is_problem = direction == Sign::Minus && self.entry.sign == Some(Sign::Plus);
        (!is_problem).then_some(direction)
    }
}

/// The senses of the words that may stand between the subject and the verb.
const HELPING: [Sense; 8] = [
    Sense::Auxiliary,
    Sense::Guessing,
    Sense::Aiming,
    Sense::Adverb,
    Sense::Negation,
    Sense::NegationEnd,
    Sense::Ceasing,
    Sense::Both,
];

/// Returns every verb of a span, from left to right, the longest phrase first.
pub(crate) fn verb_groups<'a>(line: &TaggedLine<'a>, span: &Span) -> Vec<VerbGroup<'a>> {
    let mut groups = Vec::new();
    for at in span.clone() {
        let mut found: Vec<VerbGroup<'a>> = Vec::new();
        for (length, phrase) in line.phrases(at) {
            let Sense::Verb(place) = phrase.sense else { continue };
            let Some(entry) = line.verb(place) else { continue };
            let core = at..at + length;
            if core.end > span.end || is_noun_here(line, span, &core, entry) {
                continue;
            }
            found.push(group(line, span, core, entry, phrase.behind.as_deref()));
        }
        // "Touche une prime pour" is another verb than "touche".
        let longest =
            found.iter().filter(|group| group.behind.is_none()).map(|group| group.core.len()).max().unwrap_or_default();
        found.retain(|group| group.behind.is_some() || group.core.len() == longest);
        groups.extend(found);
    }
    // "Is paid for" is another verb than "paid for"; a longer verb that draws no arrow says nothing of the shorter.
    let draws = |group: &&VerbGroup<'_>| group.behind.is_none() && group.means().relation().is_some();
    let whole: Vec<Span> = groups.iter().filter(draws).map(|group| group.core.clone()).collect();
    groups.retain(|group| !whole.iter().any(|span| span.start < group.core.start && group.core.end <= span.end));
    // In "stopped using" the first verb only says that the second is not so any more.
    let ceasing: Vec<Span> = groups.iter().filter_map(|group| ceasing_before(line, group)).collect();
    groups.retain(|group| !ceasing.iter().any(|span| span.contains(&group.core.start)));
    groups
}

/// Returns the word before a verb, or before its helping words, which says that it is not so any more.
fn ceasing_before(line: &TaggedLine<'_>, group: &VerbGroup<'_>) -> Option<Span> {
    (group.span.start..group.core.start).find_map(|at| {
        let length = line.length_of(at, Sense::Ceasing).filter(|length| at + length <= group.core.start)?;
        Some(at..at + length)
    })
}

/// Whether the words that end a span may say that the verb behind it is not so any more: "stopped" does before "using",
/// and in "stopped cuts" it is the verb itself.
fn may_cease(line: &TaggedLine<'_>, before: &Span, core: &Span) -> bool {
    let links = before.end > before.start && line.has(before.end - 1, Sense::Preposition);
    links || line.word(core.start).ends_with("ing")
}

/// Whether a word that is a noun as well is a noun here: behind an article or a preposition, or, where nouns have
/// capitals, with one.
fn is_noun_here(line: &TaggedLine<'_>, span: &Span, core: &Span, entry: &VerbEntry) -> bool {
    let capital = line.tokens.get(core.start).is_some_and(|token| token.capital);
    if line.words.file.capital_nouns && capital && core.start > span.start {
        return true;
    }
    let before = core.start.checked_sub(1).filter(|before| *before >= span.start);
    let noun_follows = |at: usize| {
        [Sense::Article, Sense::Preposition].iter().any(|sense| line.has(at, *sense)) && line.tokens.get(at).is_some()
    };
    let letter = before.is_some_and(|at| {
        at == span.start && line.slice(at..at + 1).chars().filter(|c| c.is_alphanumeric()).count() == 1
    });
    // "Ceased to need" is a verb.
    let ceased = line.ending(&(span.start..core.start), Sense::Ceasing).is_some();
    entry.noun && !letter && !ceased && before.is_some_and(noun_follows)
}

fn group<'a>(
    line: &TaggedLine<'a>,
    span: &Span,
    core: Span,
    entry: &'a VerbEntry,
    behind: Option<&'a [Box<str>]>,
) -> VerbGroup<'a> {
    let mut group = VerbGroup { span: core.clone(), core, entry, behind, guess: false, aims: false, negated: false };
    loop {
        let before = span.start..group.span.start;
        let fits = |sense: &&Sense| **sense != Sense::Ceasing || may_cease(line, &before, &group.core);
        let longest = HELPING.iter().filter(fits).filter_map(|sense| Some((line.ending(&before, *sense)?, *sense)));
        let Some((length, sense)) = longest.max_by_key(|(length, _)| *length) else { break };
        // At the start of a sentence "in the end" or "so" stands before the subject and not before the verb.
        group.span.start -= length;
        group.guess |= sense == Sense::Guessing;
        group.aims |= sense == Sense::Aiming;
        group.negated |= matches!(sense, Sense::Negation | Sense::Ceasing);
    }
    loop {
        let at = group.span.end;
        let ends = line.length_of(at, Sense::NegationEnd).filter(|_| group.negated);
        let negation = line.length_of(at, Sense::Negation);
        let adverb = line.length_of(at, Sense::Adverb);
        let Some(length) = ends.or(negation).or(adverb).filter(|length| at + length <= span.end) else { break };
        group.negated |= negation.is_some();
        group.span.end += length;
    }
    group
}

/// Takes a negation out of the end of a span, or of its start: "braucht die Historie nicht mehr".
/// Its second half alone goes if the verb is negated already: "does not need the history any more".
pub(crate) fn without_negation(line: &TaggedLine<'_>, span: Span, negated: bool) -> (Span, bool) {
    let mut span = line.trimmed(span);
    let mut negated = negated;
    loop {
        let end = line
            .ending(&span, Sense::NegationEnd)
            .filter(|length| line.ending(&(span.start..span.end - length), Sense::Negation).is_some() || negated);
        let negation = line.ending(&span, Sense::Negation);
        let Some(length) = negation.or(end).filter(|length| *length < span.len()) else { return (span, negated) };
        negated |= negation.is_some();
        span.end -= length;
    }
}

/// Splits a span at the second part of a verb: the object before it, and what stands behind it.
pub(crate) fn around_gap(line: &TaggedLine<'_>, span: &Span, behind: &[Box<str>]) -> Vec<(Span, Span)> {
    let places = span.clone().filter(|at| line.matches(behind, *at) && at + behind.len() <= span.end);
    places.map(|at| (span.start..at, at + behind.len()..span.end)).filter(|(object, _)| !object.is_empty()).collect()
}
