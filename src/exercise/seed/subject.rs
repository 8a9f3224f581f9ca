use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::exercise::Seed;
use crate::graph::{Graph, Key};
use crate::record::{Claim, Event, Fact, Matter, Mode, Session, SessionId, SessionTime, StepId};

/// The maximum number of a step's lines in which answers are looked for, counted from the last; no workshop step has
/// more.
const ANSWERS: usize = 2_000;

/// One subject of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The subject as it is shown.
    pub says: String,
    /// The label of the subject, if it is a thing.
    pub label: Option<String>,
    /// The arrows that right, nearly and no answer: their start and end labels, each arrow starting where the last one
    /// ends.
    pub arrows: Vec<(String, String)>,
    /// The first of two things, or the unit on one side.
    pub a: Option<String>,
    /// The second of two things, or the unit on the other side.
    pub b: Option<String>,
    /// The thing between the two; for an incentive the thing that it pays for, for a prediction the factor that moves.
    pub thing: Option<String>,
    /// The number of the event with the subject, if the subject can be settled.
    pub seq: Option<u64>,
    /// The session that contains the event; `None` means this session.
    pub session: Option<SessionId>,
    /// The date and the words of a subject from long ago, shown beside it but not part of it.
    pub quote: Option<String>,
    /// Whether the subject was answered in this step.
    pub done: bool,
    /// Whether somebody said in this step that there is nothing (more) to say about the subject.
    pub passed: bool,
    /// The number of the latest event of this step about the subject.
    pub last: Option<u64>,
}

impl Subject {
    /// Creates the subject for one thing.
    pub fn one(label: &str) -> Self {
        Self { says: label.to_owned(), label: Some(label.to_owned()), ..Self::default() }
    }
}

/// Everything that is known when a step looks for its subjects.
#[derive(Clone, Copy, Debug)]
pub struct StepContext<'a> {
    /// The session.
    pub session: &'a Session,
    /// The graph of all that was said so far.
    pub graph: &'a Graph,
    /// The matters of this session and earlier ones.
    pub matters: &'a [Matter],
    /// The current step.
    pub step: &'a StepId,
}

impl<'a> StepContext<'a> {
    /// Returns the day of the last event.
    pub(super) fn today(&self) -> Date {
        self.session.day_at(self.session.events().last().map_or(SessionTime::OPENING, |event| event.at))
    }

    /// Returns the live events of this exercise.
    pub fn in_exercise(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        self.session.live_in_exercise(&self.step.exercise)
    }

    /// Returns the live events of this step.
    pub fn in_step(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        self.session.live_in_step(self.step)
    }

    /// Returns the claims of this exercise that state the speaker's own view, not the imagined view of an absent
    /// person.
    pub(in crate::exercise) fn claims(&self) -> impl Iterator<Item = &'a Claim> + use<'a> {
        let facts = self.in_exercise().flat_map(|event| &event.facts);
        facts.filter_map(|fact| match fact {
            Fact::Claimed(claim) if !claim.imagined => Some(claim),
            _ => None,
        })
    }

    /// Returns the last lines of this step, in which answers are looked for.
    pub(super) fn answers(&self) -> Vec<&'a Event> {
        let mut last: Vec<&Event> = self.session.live_in_step(self.step).rev().take(ANSWERS).collect();
        last.reverse();
        last
    }

    /// Marks a subject with its answers in this step. In a room, a crossing needs positions from both of its sides.
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

    /// Returns the unit of an event's speaker; for an event without a speaker, its own number as a separate side.
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
