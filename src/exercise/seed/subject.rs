use crate::graph::{Graph, Key};
use crate::record::{Event, Fact, Matter, Session, StepId};

/// One thing to talk about among those a step walks over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What is shown of it.
    pub says: String,
    /// The thing it is, when it is one.
    pub label: Option<String>,
    /// The arrow that right, nearly and no are said to: where it starts and where it ends.
    pub arrow: Option<(String, String)>,
    /// One of two things, or the unit on one side.
    pub a: Option<String>,
    /// The other one.
    pub b: Option<String>,
    /// What lies between the two; of a reward what it pays for, of a prediction what moves.
    pub thing: Option<String>,
    /// The event it was said in, for what can be settled.
    pub seq: Option<u64>,
    /// The session it was said in, when that is another one.
    pub session: Option<String>,
    /// Whether it was answered in this step.
    pub done: bool,
}

impl Subject {
    /// One thing.
    pub fn one(label: &str) -> Self {
        Self { says: label.to_owned(), label: Some(label.to_owned()), ..Self::default() }
    }
}

/// What is known when a step looks for what it walks over.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The session.
    pub session: &'a Session,
    /// What everything said so far adds up to.
    pub graph: &'a Graph,
    /// What was left open, in this session and before it.
    pub matters: &'a [Matter],
    /// The step.
    pub step: &'a StepId,
}

impl<'a> Scene<'a> {
    /// What was said in the exercise of this step and still stands.
    pub fn in_exercise(&self) -> impl Iterator<Item = &'a Event> {
        let exercise = self.step.exercise.clone();
        self.session.live().filter(move |event| event.step.as_ref().is_some_and(|step| step.exercise == exercise))
    }

    /// What was said in this step and still stands.
    pub fn in_step(&self) -> impl Iterator<Item = &'a Event> {
        let here = self.step.clone();
        self.session.live().filter(move |event| event.step.as_ref() == Some(&here))
    }

    /// Whether something was said about it in this step.
    pub(super) fn is_answered(&self, subject: &Subject) -> bool {
        self.in_step().flat_map(|event| &event.facts).any(|fact| answers(fact, subject))
    }
}

/// The one that was answered last since the step was entered: the talk stays with it until somebody turns it.
pub fn answered_last(session: &Session, subjects: &[Subject]) -> Option<usize> {
    let entered = |event: &&Event| event.facts.iter().any(|fact| matches!(fact, Fact::StepEntered { .. }));
    let since = session.events().iter().rev().take_while(|event| !entered(event));
    let standing = since.filter(|event| session.stands(event.seq)).flat_map(|event| &event.facts);
    standing.into_iter().find_map(|fact| subjects.iter().position(|subject| answers(fact, subject)))
}

fn answers(fact: &Fact, subject: &Subject) -> bool {
    let same = |one: &str, other: &str| Key::of(one).is_some_and(|key| Key::of(other) == Some(key));
    let is = |label: &str| subject.label.as_deref().is_some_and(|wanted| same(label, wanted));
    let is_arrow = |from: &str, to: &str| subject.arrow.as_ref().is_some_and(|(a, b)| same(from, a) && same(to, b));
    let moves = |label: &str| is(label) || subject.thing.as_deref().is_some_and(|wanted| same(label, wanted));
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
            let told = subject.label.as_ref().is_some_and(|label| text.contains(label.as_str()));
            told || about.as_deref().is_some_and(is)
        }
        _ => false,
    }
}
