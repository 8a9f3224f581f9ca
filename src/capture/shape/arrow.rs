use super::adjunct::Adjuncts;
use super::input::{Proposals, Shape, ShapeInput};
use super::name_phrase::{NameDoubt, NamePhrase, NotAName};
use super::names::names;
use super::proposal::{Part, Proposal, any_judged, turn_nowhere};
use super::remark::without_remark;
use super::tagged::{Span, TaggedLine};
use super::token::{ArrowToken, TokenKind};
use crate::capture::grammar::{ArrowDirection, ArrowTail, Scrap, Sentence, TypedName, split_tail};
use crate::capture::lexicon::Sense;

/// `A -> B`, with any arrow and any number of names.
pub(crate) const ARROW: Shape = Shape {
    name: "an arrow",
    read,
    closes: |input| first_arrow(input.line).is_some(),
    examples: &[
        ("route planner -> fewer empty km", "route planner -> empty km : -"),
        ("smaller loads --> driver hours ↑", "loads -> driver hours : -"),
        ("own speed -/-> team speed", "own speed -> team speed : ="),
        ("more calls <= new tariff page", "new tariff page -> calls : +"),
        ("exam bot -> more late queries : -", "exam bot -> late queries : +"),
        ("yard app -> overtime: no change", "yard app -> overtime : ="),
        ("foreman gets time back -> more attention", "offered: foreman gets time back -> attention : +"),
        ("legal <- we ask them too late", "text"),
    ],
};

/// The maximum number of words of a part that is no name and is offered as one all the same.
const LONGEST_CLAUSE: usize = 9;

/// Returns the place of the first arrow.
pub(crate) fn first_arrow(line: &TaggedLine<'_>) -> Option<usize> {
    line.all().find(|at| matches!(line.kind(*at), Some(TokenKind::Arrow(_))))
}

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let Some(first) = first_arrow(line) else { return Ok(Vec::new()) };
    let (end, tail) = tail(line, first);
    let places: Vec<usize> = (0..end).filter(|at| matches!(line.kind(*at), Some(TokenKind::Arrow(_)))).collect();
    let mut groups = Vec::new();
    let mut start = 0;
    for place in &places {
        groups.push(start..*place);
        start = place + 1;
    }
    groups.push(start..end);
    let mut marks: Vec<ArrowToken> = places.iter().filter_map(|at| mark(line, *at)).collect();
    if let (Some(last), Some(words)) = (groups.last(), input.typed.words)
        && line.trimmed(last.clone()).is_empty()
    {
        // The quote at the end stands where a name would: what people then say.
        groups.pop();
        marks.pop();
        if groups.len() == 1 {
            return Ok(quoted(input, groups.pop().unwrap_or_default(), words));
        }
    }
    ArrowReader { input, tail, adjuncts: Adjuncts::default(), doubt: None }.read(groups, &marks)
}

fn mark(line: &TaggedLine<'_>, at: usize) -> Option<ArrowToken> {
    match line.kind(at) {
        Some(TokenKind::Arrow(mark)) => Some(mark),
        _ => None,
    }
}

/// Returns the end of the names, and the tail behind the colon.
fn tail(line: &TaggedLine<'_>, first: usize) -> (usize, ArrowTail) {
    let start = line.tokens.get(first).map_or(0, |token| token.end);
    let after = line.text.get(start..).unwrap_or_default();
    let (rest, tail) = split_tail(after);
    let Some(tail) = tail else { return (line.tokens.len(), ArrowTail::default()) };
    let end = start + after.find(rest).unwrap_or_default() + rest.len();
    (line.tokens.iter().take_while(|token| token.end <= end).count(), tail)
}

/// Offers an arrow to what people say: `tablets -> "they count my breaks"`.
fn quoted(input: &ShapeInput<'_, '_>, from: Span, words: &str) -> Vec<Proposal> {
    let mut adjuncts = Adjuncts::default();
    let Ok(from) = names(input.line, from, input.known, &mut adjuncts) else { return Vec::new() };
    let Ok(target) = TypedName::plain(words) else { return Vec::new() };
    let to = NamePhrase::of(target);
    vec![Proposal::arrows(&from, super::proposal::VerbLink::default(), &[to], &adjuncts).offered("a quote is no name")]
}

/// Whether a name is missing: nothing stands between two arrows, or before or behind a comma.
fn is_torn(line: &TaggedLine<'_>, group: &Span) -> bool {
    let comma = |at: usize| line.is(at, TokenKind::Comma);
    let doubled = (group.start + 1..group.end).any(|at| comma(at) && comma(at - 1));
    line.trimmed(group.clone()).is_empty() || comma(group.start) || comma(group.end - 1) || doubled
}

struct ArrowReader<'i, 'l, 'a> {
    input: &'i ShapeInput<'l, 'a>,
    tail: ArrowTail,
    adjuncts: Adjuncts,
    doubt: Option<&'static str>,
}

impl ArrowReader<'_, '_, '_> {
    fn read(mut self, mut groups: Vec<Span>, marks: &[ArrowToken]) -> Proposals {
        let line = self.input.line;
        let none = marks.iter().all(|mark| *mark == ArrowToken::None) || self.no_change(groups.last_mut());
        if groups.iter().any(|group| is_torn(line, group)) {
            return Err(Scrap::NameMissing);
        }
        let last = groups.len() - 1;
        if let Some(target) = groups.get(last).map(|target| line.trimmed(target.clone()))
            && line.length_of(target.start, Sense::NoChange) == Some(target.len())
        {
            // Nothing says what does not change.
            return Ok(Vec::new());
        }
        if let Some(target) = groups.get(last).cloned() {
            let cut = self.reason(target);
            if let Some(group) = groups.get_mut(last) {
                *group = without_remark(line, cut, self.input.known, &mut self.adjuncts);
            }
        }
        if groups.len() > 2 && groups.iter().skip(1).any(|group| !line.places(group, TokenKind::Colon).is_empty()) {
            self.doubt = Some("the colon may begin another thought");
        }
        let mut found = Vec::new();
        for (place, group) in groups.into_iter().enumerate() {
            let basis = self.adjuncts.basis;
            let names = self.names(group);
            // A question mark makes a guess of the effect; at a cause it belongs to the name.
            if place < last {
                self.adjuncts.basis = basis;
            }
            match names {
                Ok(names) => found.push(names),
                Err(NotAName::Empty) => return Err(Scrap::NameMissing),
                Err(NotAName::NoLetter) => return Err(Scrap::NoLetter),
                Err(_) => return Ok(Vec::new()),
            }
        }
        self.finish(&found, marks, none)
    }

    fn finish(mut self, found: &[Vec<NamePhrase>], marks: &[ArrowToken], none: bool) -> Proposals {
        let doubt = found.iter().flatten().find_map(|name| name.doubt).map(NameDoubt::why);
        let directions = |mark: &ArrowToken| match mark {
            ArrowToken::Left => ArrowDirection::Left,
            ArrowToken::Both => ArrowDirection::Both,
            ArrowToken::Right | ArrowToken::None => ArrowDirection::Right,
        };
        let mut groups: Vec<Vec<TypedName>> =
            found.iter().map(|names| names.iter().map(|name| name.name.clone()).collect()).collect();
        if self.tail.relation.unwrap_or_default().carries_sign() {
            self.leave_open(found, marks, &mut groups);
        }
        let own = self.adjuncts.tail(none && self.tail.marks.is_empty());
        let tail = self.tail.beside(own);
        let sentence = Sentence::by_arrows(groups, marks.iter().map(directions).collect(), tail);
        let because = self.adjuncts.because;
        Ok(vec![Proposal { parts: vec![Part::Arrows(sentence)], doubt: self.doubt.or(doubt), because }])
    }

    /// Leaves the signs open behind a name of which better or worse was said, and notes what was said.
    fn leave_open(&mut self, found: &[Vec<NamePhrase>], marks: &[ArrowToken], groups: &mut [Vec<TypedName>]) {
        if !found.iter().any(|names| any_judged(names)) {
            return;
        }
        self.adjuncts.notes.extend(found.iter().flatten().filter_map(NamePhrase::told));
        for (place, mark) in marks.iter().enumerate() {
            let left = *mark == ArrowToken::Left;
            let (cause, effect) = if left { (place + 1, place) } else { (place, place + 1) };
            let (Some(cause), Some(effect)) = (found.get(cause), groups.get_mut(effect)) else { continue };
            if any_judged(cause) {
                turn_nowhere(effect);
            }
        }
    }

    /// Takes ": no change" off the last group.
    fn no_change(&self, group: Option<&mut Span>) -> bool {
        let line = self.input.line;
        let Some(group) = group else { return false };
        let start = line.trimmed(group.clone()).start;
        // "A -> no effect on B": the words before B say that nothing happens to it.
        let on = line
            .length_of(start, Sense::NoChange)
            .map(|length| start + length)
            .filter(|at| line.has(*at, Sense::Preposition));
        if let Some(at) = on.filter(|at| at + 1 < group.end) {
            group.start = at + 1;
            return true;
        }
        let Some(length) = line.ending(group, Sense::NoChange) else { return false };
        let colon = group.end - length;
        let found = colon > group.start && line.is(colon - 1, TokenKind::Colon);
        if found {
            group.end = colon - 1;
        }
        found
    }

    /// Cuts a group before the reason in it, which becomes the note: "B, because ...".
    fn reason(&mut self, group: Span) -> Span {
        let line = self.input.line;
        // "Door" and "por" are prepositions of names as well.
        let led = |at: usize| {
            line.length_of(at, Sense::BecauseOf).is_some_and(|length| length > 1 || !line.has(at, Sense::Preposition))
        };
        let opens = |at: &usize| line.has(*at, Sense::Because) || led(*at);
        let Some(at) = (group.start + 1..group.end).find(opens) else { return group };
        self.adjuncts.notes.push(line.slice(at..group.end).to_owned());
        self.adjuncts.because.push(format!("`{}` is the reason, kept as note", line.slice(at..group.end)));
        group.start..at
    }

    /// Reads the names of one group. A part that is a sentence is offered as a name all the same: the arrow says what
    /// was meant.
    fn names(&mut self, group: Span) -> Result<Vec<NamePhrase>, NotAName> {
        let line = self.input.line;
        let group = line.trimmed(group);
        match names(line, group.clone(), self.input.known, &mut self.adjuncts) {
            Err(NotAName::Sentence | NotAName::Torn) if group.len() <= LONGEST_CLAUSE && !self.is_spoken(&group) => {
                self.doubt = Some("a part of it is a sentence and no name");
                let typed = TypedName::plain(line.slice(group)).map_err(|_| NotAName::Empty)?;
                Ok(vec![NamePhrase::of(typed)])
            }
            found => found,
        }
    }

    /// Whether a part holds a word of talk or a pronoun, so that nobody would want it as a name.
    fn is_spoken(&self, group: &Span) -> bool {
        let line = self.input.line;
        group.clone().any(|at| {
            [Sense::Pronoun, Sense::Talk, Sense::Nobody, Sense::Negation].iter().any(|sense| line.has(at, *sense))
        })
    }
}

/// `A > B`, where one of the names is known or has a direction.
pub(crate) const GREATER: Shape = Shape {
    name: "an arrow, typed as a comparison",
    read: read_greater,
    closes: |_| false,
    examples: &[
        ("tickets > 5 days old", "text"),
        ("juniors > trust every draft > rework", "text"),
        ("late scans > more disputes", "late scans -> disputes : +"),
    ],
};

fn read_greater(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let spaced = |at: usize| line.tokens.get(at).is_some_and(|token| token.spaced && token.end - token.start == 1);
    let is_greater = |at: &usize| line.is(*at, TokenKind::Compare) && line.slice(*at..at + 1) == ">" && spaced(*at);
    let equals = |at: &usize| line.is(*at, TokenKind::Equals) && spaced(*at);
    let places: Vec<usize> = input.span().filter(is_greater).collect();
    let equal: Vec<usize> = input.span().filter(equals).collect();
    let (at, doubt) = match (places.as_slice(), equal.as_slice()) {
        ([at], []) => (*at, None),
        ([], [at]) => (*at, Some("`=` may be an arrow or not")),
        _ => return Ok(Vec::new()),
    };
    let mut adjuncts = Adjuncts::default();
    let from = names(line, input.start..at, input.known, &mut adjuncts);
    let to = names(line, at + 1..input.end, input.known, &mut adjuncts);
    let (Ok(from), Ok(to)) = (from, to) else { return Ok(Vec::new()) };
    let sure = |name: &NamePhrase| name.sign.is_some() || input.known.knows(&name.name.label);
    if !from.iter().chain(&to).any(sure) {
        return Ok(Vec::new());
    }
    let mut proposal = Proposal::arrows(&from, super::proposal::VerbLink::default(), &to, &adjuncts);
    proposal.doubt = proposal.doubt.or(doubt);
    Ok(vec![proposal])
}
