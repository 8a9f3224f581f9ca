use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::exercise::Seed;
use crate::graph::{Graph, Key};
use crate::record::{Claim, Event, Fact, Matter, Mode, Session, SessionId, SessionTime, StepId};

/// The maximum of lines of a step in which answers are looked for, counted from the last; no step of a workshop has more.
const ANSWERS: usize = 2_000;

/// One thing to talk about among those a step walks over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What is shown of it.
    pub says: String,
    /// The thing it is, when it is one.
    pub label: Option<String>,
    /// The arrows that right, nearly and no are said to, one leading on to the next: where each starts and ends.
    pub arrows: Vec<(String, String)>,
    /// One of two things, or the unit on one side.
    pub a: Option<String>,
    /// The other one.
    pub b: Option<String>,
    /// What lies between the two; of a reward what it pays for, of a prediction what moves.
    pub thing: Option<String>,
    /// The event it was said in, for what can be settled.
    pub seq: Option<u64>,
    /// The session it was said in, when that is another one.
    pub session: Option<SessionId>,
    /// When and in which words it was said, for what was said long ago; shown beside it and not part of it.
    pub quote: Option<String>,
    /// Whether it was answered in this step.
    pub done: bool,
    /// Whether it was said in this step that there is nothing (more) to say about it.
    pub passed: bool,
    /// The event of this step in which something was said about it last.
    pub last: Option<u64>,
}

impl Subject {
    /// One thing.
    pub fn one(label: &str) -> Self {
        Self { says: label.to_owned(), label: Some(label.to_owned()), ..Self::default() }
    }
}

/// What is known when a step looks for what it walks over.
#[derive(Clone, Copy, Debug)]
pub struct StepContext<'a> {
    /// The session.
    pub session: &'a Session,
    /// What everything said so far adds up to.
    pub graph: &'a Graph,
    /// What was left open, in this session and before it.
    pub matters: &'a [Matter],
    /// The step.
    pub step: &'a StepId,
}

impl<'a> StepContext<'a> {
    /// The day of what happened last.
    pub(super) fn today(&self) -> Date {
        self.session.day_at(self.session.events().last().map_or(SessionTime::OPENING, |event| event.at))
    }

    /// What was said in the exercise of this step and still stands.
    pub fn in_exercise(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        self.session.live_in_exercise(&self.step.exercise)
    }

    /// What was said in this step and still stands.
    pub fn in_step(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        self.session.live_in_step(self.step)
    }

    /// The claims of this exercise that say what somebody holds, not what somebody imagines another to hold.
    pub(in crate::exercise) fn claims(&self) -> impl Iterator<Item = &'a Claim> + use<'a> {
        let facts = self.in_exercise().flat_map(|event| &event.facts);
        facts.filter_map(|fact| match fact {
            Fact::Claimed(claim) if !claim.imagined => Some(claim),
            _ => None,
        })
    }

    /// The last lines of this step, in which answers are looked for.
    pub(super) fn answers(&self) -> Vec<&'a Event> {
        let mut last: Vec<&Event> = self.session.live_in_step(self.step).rev().take(ANSWERS).collect();
        last.reverse();
        last
    }

    /// Notes what was said about it in this step. A crossing has two sides: it takes a position of each.
    pub(super) fn look_up(&self, seed: Seed, subject: &mut Subject, answers: &[&Event]) {
        let mut sides = BTreeSet::new();
        for event in answers {
            let answering = event.facts.iter().filter(|fact| answers_it(fact, subject)).collect::<Vec<_>>();
            let Some(first) = answering.first() else { continue };
            subject.last = Some(event.seq);
            subject.passed = matches!(first, Fact::Answered { .. });
            let only_stands = answering.iter().all(|fact| matches!(fact, Fact::Stanced(_)));
            if seed == Seed::Crossings && only_stands && self.session.mode() == Mode::Live {
                sides.insert(self.side(event));
            } else {
                subject.done = true;
            }
        }
        subject.done |= sides.len() > 1;
    }

    /// Whose side an event was said from: a unit; each nameless line is a side of its own.
    fn side(&self, event: &Event) -> Result<String, u64> {
        let person = event.speaker.as_deref().and_then(|tag| self.session.person(tag));
        person.and_then(|person| person.party.clone()).ok_or(event.seq)
    }
}

fn answers_it(fact: &Fact, subject: &Subject) -> bool {
    let same = |one: &str, other: &str| Key::of(one).is_some_and(|key| Key::of(other) == Some(key));
    let is = |label: &str| subject.label.as_deref().is_some_and(|wanted| same(label, wanted));
    let is_arrow = |from: &str, to: &str| subject.arrows.iter().any(|(a, b)| same(from, a) && same(to, b));
    let moves = |label: &str| is(label) || subject.thing.as_deref().is_some_and(|wanted| same(label, wanted));
    let told = |text: &str| subject.label.as_ref().is_some_and(|label| text.contains(label.as_str()));
    match fact {
        Fact::Stanced(stance) => is_arrow(&stance.from, &stance.to),
        Fact::Claimed(claim) => is_arrow(&claim.from, &claim.to) || is(&claim.from) || is(&claim.to),
        Fact::Rated { item, .. } => same(item, &subject.says),
        Fact::Voted { ballot, .. } | Fact::Ranked { ballot, .. } => same(ballot, &subject.says),
        Fact::Settled { session, seq, .. } => subject.seq == Some(*seq) && subject.session == *session,
        Fact::Set { label, .. } | Fact::Observed { label, .. } | Fact::Ruled { label, .. } => moves(label),
        Fact::Watched { label, .. } => is(label),
        Fact::Decided { about, .. } => is(about) || subject.a.as_deref().is_some_and(|wanted| same(about, wanted)),
        Fact::Committed { text, about, .. } => {
            let taken = subject.seq.is_some() && text.starts_with(&subject.says);
            taken || told(text) || about.as_deref().is_some_and(is)
        }
        Fact::Asked { text } => {
            let both =
                [&subject.a, &subject.b].map(|one| one.as_ref().is_some_and(|label| text.contains(label.as_str())));
            told(text) || both == [true, true]
        }
        Fact::Answered { text } => text.strip_prefix(&subject.says).is_some_and(|rest| rest.starts_with(": ")),
        _ => false,
    }
}
