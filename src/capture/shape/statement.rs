use crate::capture::lexicon::{Sense, VerbMeaning};
use crate::record::{Basis, Kind, Relation, Sign};

use super::adjunct::Adjuncts;
use super::clause::{VerbGroup, around_gap, verb_groups, without_negation};
use super::input::ShapeInput;
use super::judged::{is_counted, judged};
use super::moved;
use super::name::name;
use super::name_phrase::NamePhrase;
use super::names::names;
use super::proposal::{DENIAL, Proposal, VerbLink};
use super::remark::without_remark;
use super::tagged::Span;
use super::token::TokenKind;

/// Who or what a statement is about.
#[derive(Clone, Debug)]
pub(crate) enum StatementSubject {
    /// The words before the verb.
    Before,
    /// The subject of the clause before.
    Given(Vec<NamePhrase>),
}

/// A reading of one statement, with its subject, and how likely it is among several.
#[derive(Clone, Debug)]
pub(crate) struct SpokenStatement {
    pub(crate) proposal: Proposal,
    pub(crate) subject: Vec<NamePhrase>,
    rank: (bool, bool, std::cmp::Reverse<usize>, usize),
    /// Whether the verb has a second part, which says what it means beyond doubt.
    parted: bool,
}

/// Reads a span as one statement with a subject, a verb and an object; the likeliest reading first.
pub(crate) fn statements(input: &ShapeInput<'_, '_>, span: Span, subject: &StatementSubject) -> Vec<SpokenStatement> {
    statements_beside(input, span, subject, Adjuncts::default())
}

/// The same, with what was said beside the statement already.
pub(crate) fn statements_beside(
    input: &ShapeInput<'_, '_>,
    span: Span,
    subject: &StatementSubject,
    mut adjuncts: Adjuncts,
) -> Vec<SpokenStatement> {
    let line = input.line;
    let span = adjuncts.peel(line, span);
    let mut found: Vec<SpokenStatement> = Vec::new();
    // Purposes and voices are sentences: after one, only a verb that says what it covers joins names.
    let spoken = line.slice(span.start..span.start + 1).starts_with(['*', '&']);
    let joins = |group: &VerbGroup<'_>| !spoken || group.means() == VerbMeaning::Covers;
    for group in verb_groups(line, &span).into_iter().filter(joins) {
        found.extend(StatementReader { input, span: &span, group, adjuncts: adjuncts.clone() }.read(subject));
    }
    found.sort_by_key(|statement| {
        std::cmp::Reverse((statement.parted, statement.proposal.doubt.is_none(), statement.rank))
    });
    if found.first().is_some_and(|first| first.parted) {
        found.truncate(1);
    }
    found
}

/// Draws a verb between names that were found elsewhere; `None` for a verb that draws no arrow between two ends.
pub(crate) fn stated(
    input: &ShapeInput<'_, '_>,
    group: VerbGroup<'_>,
    adjuncts: Adjuncts,
    subject: &[NamePhrase],
    object: &[NamePhrase],
) -> Option<Proposal> {
    let relation =
        group.means().relation().filter(|_| !matches!(group.means(), VerbMeaning::Gives | VerbMeaning::Makes))?;
    let span = group.span.clone();
    let reader = StatementReader { input, span: &span, group, adjuncts };
    let mut found = reader.drawn(subject, object, relation);
    found.because.insert(0, reader.why());
    Some(found)
}

/// The doubt of a reading that is not even offered.
pub(crate) const UNLIKELY: &str = "it says where something is";

struct StatementReader<'i, 'l, 'a> {
    input: &'i ShapeInput<'l, 'a>,
    span: &'i Span,
    group: VerbGroup<'a>,
    adjuncts: Adjuncts,
}

impl StatementReader<'_, '_, '_> {
    fn read(mut self, subject: &StatementSubject) -> Vec<SpokenStatement> {
        let subject = match subject {
            StatementSubject::Given(names) => Some(names.clone()).filter(|_| self.group.span.start == self.span.start),
            StatementSubject::Before => {
                let before = self.span.start..self.group.span.start;
                if !self.input.line.places(&before, TokenKind::Colon).is_empty() {
                    return Vec::new();
                }
                names(self.input.line, before, self.input.known, &mut self.adjuncts).ok()
            }
        };
        let Some(subject) = subject else { return Vec::new() };
        if self.group.guess {
            self.adjuncts.basis = Some(Basis::Guess);
        }
        if let Some(at) = self.group.core.clone().skip(1).find(|at| self.input.line.has(*at, Sense::Clearly)) {
            self.adjuncts.clearly(self.input.line, at..at + 1);
        }
        let object = self.group.span.end..self.span.end;
        let (object, negated) = without_negation(self.input.line, object, self.group.negated);
        self.group.negated = negated;
        let mut found = match self.group.means() {
            VerbMeaning::Gives => self.gives(&subject, object),
            VerbMeaning::Makes => self.makes(&subject, object).into_iter().collect(),
            means => match means.relation() {
                Some(relation) => self.acts(&subject, object, relation).into_iter().collect(),
                None => Vec::new(),
            },
        };
        let is_denied = self.group.negated && self.group.means() != VerbMeaning::Affects;
        for proposal in &mut found {
            if is_denied {
                *proposal = std::mem::take(proposal).denied();
            }
            proposal.because.insert(0, self.why());
        }
        let known = subject.iter().all(|name| self.input.known.knows(&name.name.label));
        let core = &self.group.core;
        let rank = (known, !self.group.entry.weak, std::cmp::Reverse(core.start), core.len());
        let parted = self.group.behind.is_some();
        found.into_iter().map(|proposal| SpokenStatement { proposal, subject: subject.clone(), rank, parted }).collect()
    }

    /// Says what the verb is.
    fn why(&self) -> String {
        let verb = self.input.line.slice(self.group.core.clone());
        if self.judges().is_some() {
            return moved::good_or_bad(verb);
        }
        match (self.group.means(), self.group.entry.sign) {
            (VerbMeaning::Affects, Some(Sign::Minus)) => format!("`{verb}` is less"),
            (VerbMeaning::Affects, Some(Sign::Plus)) => format!("`{verb}` is more"),
            (VerbMeaning::Affects, Some(Sign::NoEffect)) => format!("`{verb}` is no effect"),
            (means, _) => format!("`{verb}` is {}", means.relation().map_or("a movement", Relation::name)),
        }
    }

    /// Returns whether the verb says better or worse of its object, and with that a sign only of some things.
    fn judges(&self) -> Option<Sign> {
        let plain = self.group.entry.sign.is_some_and(|sign| sign != Sign::NoEffect) && !self.group.negated;
        self.group.judges(self.input.line).filter(|_| plain && self.group.means().relation().is_some())
    }

    /// Takes better or worse, as the verb tells it, to the names; the sign that the verb then says of all of them.
    fn judged(&self, names: &mut [NamePhrase], direction: Sign) -> Option<Sign> {
        let line = self.input.line;
        // Of what cannot be counted, "improves onboarding", a better one is more of it, as people use the word.
        let is_plain = |name: &NamePhrase| {
            let label = &name.name.label;
            self.input.known.wanted(label).is_none()
                && judged(direction, label, line.words, self.input.known).is_none()
                && !is_counted(label, line.words)
        };
        if names.iter().all(|name| name.says_a_direction() || is_plain(name)) {
            return self.group.entry.sign;
        }
        moved::judged_names(self.input, names, direction, line.slice(self.group.core.clone()))
    }

    /// Reads subject, verb and object.
    fn acts(&mut self, subject: &[NamePhrase], object: Span, relation: Relation) -> Option<Proposal> {
        let object = match self.group.behind {
            Some(behind) => {
                let (object, rest) = around_gap(self.input.line, &object, behind).pop()?;
                if self.group.means() == VerbMeaning::Rewards {
                    return self.rewards(subject, object, rest);
                }
                let left = self.adjuncts.peel(self.input.line, rest);
                left.is_empty().then_some(object)?
            }
            None => object,
        };
        let object = self.adjuncts.peel_front(self.input.line, object);
        if relation == Relation::In && !verb_groups(self.input.line, &object).is_empty() {
            return None;
        }
        let object = self.object(object)?;
        // "Kein Bereich pflegt die Liste" and "der Bot braucht keine Historie" are denials.
        let absent = subject.iter().chain(&object).any(|name| name.absent);
        (relation == Relation::Affects || !absent).then(|| self.drawn(subject, &object, relation))
    }

    /// Reads "A rewards B for C": A covers B and rewards C.
    fn rewards(&mut self, subject: &[NamePhrase], whom: Span, what: Span) -> Option<Proposal> {
        let whom = names(self.input.line, whom, self.input.known, &mut self.adjuncts).ok()?;
        let what = names(self.input.line, what, self.input.known, &mut self.adjuncts).ok()?;
        let covers = VerbLink { relation: Relation::Covers, sign: None, none: false };
        let covered = Proposal::arrows(subject, covers, &whom, &Adjuncts::default());
        Some(self.drawn(subject, &what, Relation::Rewards).and(covered))
    }

    /// Reads the object; a sentence behind a comma is a remark, and a reason is a note.
    fn object(&mut self, object: Span) -> Option<Vec<NamePhrase>> {
        let line = self.input.line;
        let because = (object.start + 1..object.end).find(|at| line.has(*at, Sense::Because));
        let end = because.unwrap_or(object.end);
        if let Some(at) = because {
            self.adjuncts.notes.push(line.slice(at..object.end).to_owned());
            self.adjuncts.because.push(format!("`{}` is the reason, kept as note", line.slice(at..object.end)));
        }
        // "A raises B, but C owns D" is two statements and no remark.
        let but = (object.start..end).any(|at| line.has(at, Sense::But));
        let two = but && verb_groups(line, &(object.start..end)).iter().any(|group| !group.entry.noun);
        let object = if two {
            object.start..end
        } else {
            without_remark(line, object.start..end, self.input.known, &mut self.adjuncts)
        };
        names(line, object, self.input.known, &mut self.adjuncts).ok()
    }

    fn drawn(&self, subject: &[NamePhrase], object: &[NamePhrase], relation: Relation) -> Proposal {
        let entry = self.group.entry;
        let mut link = VerbLink {
            relation,
            sign: entry.sign.filter(|sign| *sign != Sign::NoEffect),
            none: entry.sign == Some(Sign::NoEffect),
        };
        let mut doubt = None;
        if self.group.negated {
            doubt = Some(if entry.sign.is_none() && relation == Relation::Affects { "" } else { DENIAL });
            link = VerbLink { relation, sign: None, none: relation == Relation::Affects };
        }
        if self.group.aims {
            link.relation = Relation::Aims;
        }
        let (from, to) = if entry.turned { (object, subject) } else { (subject, object) };
        let mut to = to.to_vec();
        if let Some(direction) = self.judges() {
            link.sign = self.judged(&mut to, direction);
        }
        let to = to.as_slice();
        // Whoever rewards somebody for something rewards more of it.
        if relation == Relation::Rewards && self.group.behind.is_some() && to.iter().all(|name| name.sign.is_none()) {
            link.sign = link.sign.or(Some(Sign::Plus));
        }
        let mut proposal = if entry.means == VerbMeaning::MeasuredOn {
            measured_on(from, to, &self.adjuncts)
        } else {
            Proposal::arrows(from, link, to, &self.adjuncts)
        };
        if let Some(why) = doubt.filter(|why| !why.is_empty()) {
            proposal = proposal.offered(why);
            proposal = if relation == Relation::Affects { proposal } else { proposal.denied() };
        }
        let words = self.input.line.words;
        let sure = |name: &NamePhrase| {
            name.name.sigil.is_some() || self.input.known.knows(&name.name.label) || words.says_kind(&name.name.label)
        };
        if entry.means == VerbMeaning::In && entry.weak && !subject.iter().all(sure) {
            return proposal.offered(UNLIKELY);
        }
        if entry.offered || (entry.weak && !subject.iter().all(sure)) {
            proposal = proposal.offered("that verb says many things");
        }
        // "The bot is paid by Finance" says who pays.
        let payer = |name: &NamePhrase| words.kind_of(&name.name.label.to_lowercase()) == Some(Kind::Party);
        if entry.means == VerbMeaning::MeasuredOn && to.iter().any(payer) {
            proposal.doubt = Some(UNLIKELY);
        }
        if entry.means == VerbMeaning::MeasuredOn {
            proposal = proposal.offered("a party is no incentive; the incentive is named after what is counted");
        }
        proposal
    }

    /// Reads "A sends B to C" and "A supplies C with B": B feeds C, and A feeds it, too.
    fn gives(&mut self, subject: &[NamePhrase], object: Span) -> Vec<Proposal> {
        let line = self.input.line;
        let Some(behind) = self.group.behind else { return Vec::new() };
        let mut found = Vec::new();
        for (one, two) in around_gap(line, &object, behind) {
            let mut adjuncts = self.adjuncts.clone();
            let first = names(line, one, self.input.known, &mut adjuncts);
            let second = names(line, two, self.input.known, &mut adjuncts);
            let (Ok(first), Ok(second)) = (first, second) else { continue };
            let (goods, receiver) = if self.group.entry.turned { (second, first) } else { (first, second) };
            let feeds = VerbLink { relation: Relation::Feeds, sign: None, none: false };
            let proposal = Proposal::arrows(subject, feeds, &receiver, &adjuncts);
            let counted = (object.start..object.end).any(|at| line.is(at, TokenKind::Number));
            let both = proposal.and(Proposal::arrows(&goods, feeds, &receiver, &adjuncts));
            // "Sends fewer people to the ward" is an effect and no supply.
            let moved = goods.iter().any(|name| name.sign.is_some());
            found.push(if counted || moved { both.offered("what is sent is no supply") } else { both });
        }
        found
    }

    /// Reads "A makes B longer".
    fn makes(&mut self, subject: &[NamePhrase], object: Span) -> Option<Proposal> {
        let object = match self.group.behind {
            Some(behind) => around_gap(self.input.line, &object, behind).pop().filter(|(_, rest)| rest.is_empty())?.0,
            None => object,
        };
        let object = self.adjuncts.peel(self.input.line, object);
        if let Some(state) = self.state(&object) {
            let found = Proposal::arrows(subject, VerbLink::effect(Some(Sign::Plus)), &[state], &self.adjuncts);
            return Some(found.offered("how somebody is made is no more or less of anything"));
        }
        let Some(found) = moved::compared(self.input, object.clone()) else {
            let more = self.object(object)?;
            let directed = more.iter().all(|name| name.sign.is_some());
            return directed.then(|| Proposal::arrows(subject, VerbLink::effect(None), &more, &self.adjuncts));
        };
        Some(Proposal::arrows(subject, VerbLink::effect(None), &[found], &self.adjuncts))
    }

    /// Reads "people angry" as "angry people", which there are more of.
    fn state(&self, object: &Span) -> Option<NamePhrase> {
        let line = self.input.line;
        let object = line.trimmed(object.clone());
        let senses = [Sense::OtherAdjective, Sense::OtherComparative];
        let length = senses.into_iter().find_map(|sense| line.ending(&object, sense))?;
        let end = object.end.checked_sub(length).filter(|end| *end > object.start)?;
        let mut found =
            name(line, object.start..end, self.input.known).ok().filter(|found| !found.says_a_direction())?;
        found.name.label = format!("{} {}", line.slice(end..object.end), found.name.label);
        Some(found)
    }
}

/// Names the incentive of a party that is measured on something, and draws what it covers and rewards.
fn measured_on(party: &[NamePhrase], counted: &[NamePhrase], adjuncts: &Adjuncts) -> Proposal {
    let incentives: Vec<NamePhrase> = counted
        .iter()
        .map(|name| {
            let mut incentive = name.clone();
            incentive.name.label = format!("{} target", name.name.label);
            incentive.name.turn = None;
            incentive.name.whole = None;
            incentive.sign = None;
            incentive
        })
        .collect();
    let rewards = VerbLink {
        relation: Relation::Rewards,
        sign: counted.iter().all(|name| name.sign.is_none()).then_some(Sign::Plus),
        none: false,
    };
    let covers = VerbLink { relation: Relation::Covers, sign: None, none: false };
    Proposal::arrows(&incentives, rewards, counted, adjuncts).and(Proposal::arrows(
        &incentives,
        covers,
        party,
        &Adjuncts::default(),
    ))
}
