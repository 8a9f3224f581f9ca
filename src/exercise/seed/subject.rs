use crate::graph::{Graph, Key};
use crate::record::{Event, Fact, Matter, Session, StepId};

/// One thing to talk about among those a step walks over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// What is shown of it.
    pub says: String,
    /// The thing it is about, or where its arrow starts.
    pub a: Option<String>,
    /// The other thing, or where its arrow ends.
    pub b: Option<String>,
    /// What the two have in common.
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
        Self { says: label.to_owned(), a: Some(label.to_owned()), ..Self::default() }
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

fn answers(fact: &Fact, subject: &Subject) -> bool {
    let is = |label: &str, wanted: &Option<String>| {
        wanted.as_ref().is_some_and(|wanted| Key::of(label).is_some_and(|key| Key::of(wanted) == Some(key)))
    };
    let arrow = |from: &str, to: &str| is(from, &subject.a) && (subject.b.is_none() || is(to, &subject.b));
    match fact {
        Fact::Stanced(stance) => arrow(&stance.from, &stance.to),
        Fact::Claimed(claim) => arrow(&claim.from, &claim.to) || (subject.b.is_none() && is(&claim.to, &subject.a)),
        Fact::Rated { item, .. } => *item == subject.says || is(item, &subject.a),
        Fact::Voted { ballot, .. } | Fact::Ranked { ballot, .. } => *ballot == subject.says,
        Fact::Settled { session, seq, .. } => subject.seq == Some(*seq) && subject.session == *session,
        Fact::Set { label, .. } | Fact::Observed { label, .. } | Fact::Ruled { label, .. } => {
            is(label, &subject.a) || is(label, &subject.b)
        }
        Fact::Watched { label, .. } => is(label, &subject.a),
        Fact::Decided { about, .. } => is(about, &subject.a),
        Fact::Committed { about: Some(about), .. } => is(about, &subject.a),
        _ => false,
    }
}
