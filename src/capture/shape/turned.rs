use crate::capture::lexicon::{Phrase, Sense};
use crate::record::Basis;

use super::adjunct::Adjuncts;
use super::clause::{VerbGroup, verb_groups, without_negation};
use super::input::{Proposals, Shape, ShapeInput};
use super::moved::movement;
use super::names::names;
use super::proposal::{Proposal, VerbLink};
use super::statement::{StatementSubject, stated, statements_beside};
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// Statements of German and Dutch whose verb does not stand between subject and object: behind a hedge or a time the
/// verb comes first, with a helping verb or behind "that" it comes last, and an object with its preposition may open the
/// line.
///
/// "Vermutlich erhöht die Vorprüfung die Ablehnungen", "De robot zou de kosten kunnen verhogen", "Für den Bot ist
/// Referat 4 zuständig".
pub(crate) const TURNED: Shape =
    Shape { name: "a sentence with its verb first or last", read, closes: |_| false, examples: &[] };

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let mut adjuncts = Adjuncts::default();
    let mut span = adjuncts.peel(line, input.span());
    let peeled = span.start > input.start;
    let that = line.length_of(span.start, Sense::Subordinator).filter(|_| peeled);
    span.start += that.unwrap_or_default();
    let reader = TurnedReader { input, span: span.clone(), adjuncts: adjuncts.clone() };
    let mut found: Vec<Proposal> = reader.cause_first(input.start).into_iter().collect();
    if !line.words.file.verb_second {
        return Ok(found);
    }
    found.extend(reader.object_first());
    found.extend(reader.verb_last(peeled));
    if that.is_some() {
        let told = statements_beside(input, span, &StatementSubject::Before, adjuncts);
        found.extend(told.into_iter().map(|statement| statement.proposal));
    } else if peeled {
        found.extend(reader.verb_first());
    }
    Ok(found)
}

/// Reads a span without the hedges and times at its ends, which `adjuncts` holds.
struct TurnedReader<'i, 'l, 'a> {
    input: &'i ShapeInput<'l, 'a>,
    span: Span,
    adjuncts: Adjuncts,
}

impl<'a> TurnedReader<'_, '_, 'a> {
    /// Reads "erhöht die Vorprüfung die Ablehnungen" behind a hedge or a time.
    fn verb_first(&self) -> Vec<Proposal> {
        let line = self.input.line;
        let groups = verb_groups(line, &self.span).into_iter().filter(|group| group.span.start == self.span.start);
        let read = |group: VerbGroup<'a>| {
            let end = self.before_closing(&group)?;
            Some(self.either_split(&group, group.span.end..end))
        };
        groups.filter_map(read).flatten().chain(self.verb_then_preposition()).collect()
    }

    /// Reads "führt weniger Ausbildung zu mehr Nacharbeit" and "hängt der Plan vom Wetter ab": the subject stands between
    /// the verb and its preposition.
    fn verb_then_preposition(&self) -> Vec<Proposal> {
        let line = self.input.line;
        let at = self.span.start;
        let places = |preposition: &str| {
            (at + 2..self.span.end).filter(|place| line.word(*place) == preposition).collect::<Vec<_>>()
        };
        let mut found = Vec::new();
        for phrase in line.words.beginning(line.word(at)) {
            let Some((group, preposition, closing)) = self.two_words(at, phrase) else { continue };
            let Some(end) = self.span.end.checked_sub(closing.len()).filter(|end| line.matches(closing, *end)) else {
                continue;
            };
            let read = |place: usize| self.told(&group, at + 1..place, place + 1..end);
            found.extend(places(preposition).into_iter().filter(|place| place + 1 < end).find_map(read));
        }
        found
    }

    /// Returns a verb of one word and its preposition, "hängt von", with the second part of the verb, "ab".
    fn two_words<'p>(&self, at: usize, phrase: &'p Phrase) -> Option<(VerbGroup<'a>, &'p str, &'p [Box<str>])> {
        let Sense::Verb(place) = phrase.sense else { return None };
        let (entry, [_, preposition]) = (self.input.line.verb(place)?, &*phrase.words) else { return None };
        let (span, core) = (at..at + 1, at..at + 1);
        let group = VerbGroup { span, core, entry, behind: None, guess: false, aims: false, negated: false };
        Some((group, preposition, phrase.behind.as_deref().unwrap_or_default()))
    }

    /// Returns where the second part of a verb begins, which ends the span; the end of the span for a verb without one.
    fn before_closing(&self, group: &VerbGroup<'_>) -> Option<usize> {
        let Some(closing) = group.behind else { return Some(self.span.end) };
        let at = self.span.end.checked_sub(closing.len()).filter(|at| *at > group.span.end)?;
        self.input.line.matches(closing, at).then_some(at)
    }

    /// Reads "der Bot könnte die Fehler erhöhen" and, behind "that", "der Bot die Fehler erhöht".
    fn verb_last(&self, clause: bool) -> Vec<Proposal> {
        let line = self.input.line;
        let last = |group: &VerbGroup<'_>| group.span.end == self.span.end && group.behind.is_none();
        let groups = verb_groups(line, &self.span).into_iter().filter(last);
        let read = |mut group: VerbGroup<'a>| {
            let region = self.span.start..group.span.start;
            let Some((at, length, sense)) = helping(line, &region) else {
                return if clause { self.either_split(&group, region) } else { Vec::new() };
            };
            group.guess |= sense == Sense::Guessing;
            group.aims |= sense == Sense::Aiming;
            let object = at + length..region.end;
            if at == region.start {
                return self.either_split(&group, object);
            }
            self.told(&group, region.start..at, object).into_iter().collect()
        };
        groups.flat_map(read).collect()
    }

    /// Reads "für den Bot ist Referat 4 zuständig": an object with its preposition, the verb, the subject.
    fn object_first(&self) -> Vec<Proposal> {
        let line = self.input.line;
        if !line.has(self.span.start, Sense::Preposition) {
            return Vec::new();
        }
        let read = |at: usize| {
            line.words.beginning(line.word(at)).iter().find_map(|phrase| {
                let (group, preposition, closing) = self.two_words(at, phrase)?;
                let end = self.span.end.checked_sub(closing.len()).filter(|end| *end > at + 1)?;
                let fits = line.word(self.span.start) == preposition && line.matches(closing, end);
                fits.then(|| self.told(&group, at + 1..end, self.span.start + 1..at))?
            })
        };
        (self.span.start + 2..self.span.end).filter_map(read).collect()
    }

    /// Reads "wegen weniger Personal steigen die Rückstände" and "mit dem neuen Planer sinkt die Fahrzeit", without a comma.
    fn cause_first(&self, start: usize) -> Option<Proposal> {
        let line = self.input.line;
        let causes = [Sense::BecauseOf, Sense::With];
        let length = causes.into_iter().find_map(|sense| line.length_of(start, sense))?;
        let start = start + length;
        // Behind a comma it is the sentence of other shapes.
        let verb = |at: usize| line.phrases(at).any(|(_, phrase)| matches!(phrase.sense, Sense::Verb(_)));
        let begins = |at: &usize| !line.is(at - 1, TokenKind::Comma) && (verb(*at) || opens_name(line, *at));
        (start + 1..self.input.end).filter(begins).find_map(|at| {
            let effect =
                movement(self.input, at..self.input.end).filter(|effect| effect.by_verb || effect.is_bare())?;
            let mut adjuncts = effect.adjuncts.clone();
            let cause = names(line, start..at, self.input.known, &mut adjuncts).ok()?;
            adjuncts.because.extend(effect.because.iter().cloned());
            let drawn = Proposal::arrows(&cause, VerbLink::effect(None), &effect.directed(), &adjuncts);
            Some(drawn.offered("a reason is not always a cause"))
        })
    }

    /// Reads subject and object that stand side by side; several places to part them make offers of all readings.
    fn either_split(&self, group: &VerbGroup<'_>, region: Span) -> Vec<Proposal> {
        let mut adjuncts = Adjuncts::default();
        let region = adjuncts.peel(self.input.line, region);
        let (region, negated) = without_negation(self.input.line, region, group.negated);
        let mut group = group.clone();
        group.negated = negated;
        let reader =
            TurnedReader { input: self.input, span: region.clone(), adjuncts: self.adjuncts.joined(&adjuncts) };
        let starts: Vec<usize> = (region.start + 1..region.end).filter(|at| opens_name(self.input.line, *at)).collect();
        let read = |at: &usize| reader.told(&group, region.start..*at, *at..region.end);
        let found: Vec<Proposal> = starts.iter().filter_map(read).collect();
        let several = found.len() > 1;
        let doubted = |proposal: Proposal| {
            if several { proposal.offered("it is open where the object begins") } else { proposal }
        };
        found.into_iter().map(doubted).collect()
    }

    /// Draws subject, verb and object.
    fn told(&self, group: &VerbGroup<'_>, subject: Span, object: Span) -> Option<Proposal> {
        let line = self.input.line;
        let mut adjuncts = self.adjuncts.clone();
        if group.guess {
            adjuncts.basis = Some(Basis::Guess);
        }
        let mut group = group.clone();
        let (object, negated) = without_negation(line, object, group.negated);
        group.negated = negated;
        let subject = names(line, subject, self.input.known, &mut adjuncts).ok()?;
        let object = names(line, object, self.input.known, &mut adjuncts).ok()?;
        stated(self.input, group, adjuncts, &subject, &object)
    }
}

/// Returns the first helping verb of a span, and its length in tokens.
fn helping(line: &TaggedLine<'_>, span: &Span) -> Option<(usize, usize, Sense)> {
    span.clone().find_map(|at| {
        let sense =
            [Sense::Aiming, Sense::Guessing, Sense::Auxiliary].into_iter().find(|sense| line.has(at, *sense))?;
        Some((at, line.length_of(at, sense)?, sense))
    })
}

/// Whether a name begins here in the middle of a sentence: an article or a direction, and no word before it that needs
/// what follows. An article that is a preposition as well (`der` in "die Zahl der Anrufe") goes on with the name before.
fn opens_name(line: &TaggedLine<'_>, at: usize) -> bool {
    let directs = |sense| matches!(sense, Sense::Amount(_) | Sense::Comparative(..) | Sense::Absence).then_some(());
    let opens = line.has(at, Sense::Article) && !line.has(at, Sense::Preposition) || line.sense(at, directs).is_some();
    let needs = |sense| {
        let needs = matches!(
            sense,
            Sense::Article | Sense::Preposition | Sense::And | Sense::Or | Sense::Amount(_) | Sense::Intensifier
        );
        needs.then_some(())
    };
    opens && line.ending_with(&(0..at), needs).is_none()
}
