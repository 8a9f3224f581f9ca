//! The frame of the current question, which decides what a plain line becomes.

use super::phrase::same;
use crate::exercise::bare::BareForm;
use crate::exercise::seed::Subject;
use crate::exercise::{Answer, Step};
use crate::record::Kind;

/// A person who is present and may commit to a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// The tag of the person's seat.
    pub tag: String,
    /// The first name, which never enters the record; `None` when it is not known.
    pub name: Option<String>,
}

/// The frame of the current question: everything a line needs in order to become an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing about a step")]
pub struct AnswerFrame {
    pub(super) answer: Option<Answer>,
    pub(super) title: String,
    /// The bare form of the step, with every blank but `{whose}` filled; `None` when the step has none.
    pub(super) form: Option<BareForm>,
    /// The label of the initiative in focus.
    pub(super) focus: Option<String>,
    /// The intention before the decision.
    pub(super) before: Option<String>,
    /// The ballots that were counted in this step.
    pub(super) counted: Vec<String>,
    /// Whether the step has subjects at all, even if none is left.
    pub(super) walks: bool,
    /// Whether one subject takes several answers.
    pub(super) several: bool,
    /// The subjects of the step.
    pub subjects: Vec<Subject>,
    /// The numbered choices, when a number does not stand for a subject.
    pub choices: Vec<Subject>,
    /// The index of the current subject; beyond the last index when no subject is left to ask about.
    pub at: usize,
    /// The unit to which a line belongs whose speaker is not known.
    pub whose: Option<String>,
    /// Whether nothing is recorded by itself: a line stays text, and what it could be is only offered.
    pub only_offers: bool,
    /// The people present.
    pub people: Vec<Attendee>,
    /// Whether arrows drawn in this step imagine the view of an absent person.
    pub imagined: bool,
}

impl AnswerFrame {
    /// Creates the frame of a step with these subjects. The current subject is the one the talk was turned to;
    /// otherwise, if subjects take several lines, the one answered last; otherwise the first open one.
    pub fn new(step: &Step, subjects: Vec<Subject>, turned: Option<&str>) -> Self {
        let is_open = |subject: &Subject| is_open(subject, step.several);
        let turned = subjects.iter().position(|subject| Some(subject.says.as_str()) == turned && is_open(subject));
        let talked_about = || {
            let answered = subjects.iter().enumerate().filter(|(_, subject)| step.several && subject.last.is_some());
            answered.max_by_key(|(_, subject)| subject.last).filter(|(_, subject)| is_open(subject)).map(|(at, _)| at)
        };
        let first_open = || subjects.iter().position(|subject| !subject.done);
        let none_left = if step.nothing.is_some() { subjects.len() } else { 0 };
        let at = turned.or_else(talked_about).or_else(first_open).unwrap_or(none_left);
        Self {
            answer: Some(step.answer.clone()),
            title: step.title.clone(),
            walks: step.over.is_some(),
            several: step.several,
            subjects,
            at,
            imagined: step.imagined,
            ..Self::default()
        }
    }

    /// Creates the frame of a step that must wait until an initiative is named.
    pub fn which(step: &Step) -> Self {
        let form = Some(BareForm::Named(Kind::Initiative));
        Self { answer: Some(Answer::Pick), title: step.title.clone(), form, ..Self::default() }
    }

    /// Creates a frame that asks nothing, in which a plain line takes the form `form`.
    pub fn bare(form: Option<BareForm>) -> Self {
        Self { form, ..Self::default() }
    }

    /// Sets the form that a plain line takes.
    pub fn becomes(&mut self, form: Option<BareForm>) {
        self.form = form;
    }

    /// Sets the initiative in focus.
    pub fn about(&mut self, focus: Option<&str>) {
        self.focus = focus.map(str::to_owned);
    }

    /// Sets the intention before the decision.
    pub fn planned(&mut self, before: Option<String>) {
        self.before = before;
    }

    /// Sets the ballots that were counted in this step.
    pub fn has_counted(&mut self, ballots: Vec<String>) {
        self.counted = ballots;
    }

    /// Returns the same frame for lines of which nothing is recorded by itself.
    #[must_use]
    pub fn offering(&self) -> Self {
        Self { only_offers: true, ..self.clone() }
    }

    /// Turns the talk to this thing or unit. A step without such a subject gets it as one.
    pub fn turn_to(&mut self, current: &str) {
        let is_it = |subject: &Subject| {
            [Some(&subject.says), subject.label.as_ref()].into_iter().flatten().any(|name| same(name, current))
        };
        self.whose = Some(current.to_owned());
        self.at = self.subjects.iter().position(is_it).unwrap_or(self.subjects.len());
        if self.walks && self.subject().is_none() {
            let one = Subject::one(current);
            self.subjects.push(Subject { a: one.label.clone(), thing: one.label.clone(), ..one });
        }
    }

    /// Returns the kind of answer that the step asks for.
    pub const fn asks(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// Returns the current subject.
    pub fn subject(&self) -> Option<&Subject> {
        self.subjects.get(self.at)
    }

    /// Returns the kind of a sentence that is saved word for word: a voice or a purpose.
    pub fn quotes(&self) -> Option<Kind> {
        self.form.as_ref()?.quotes()
    }

    /// Returns the next open subject after the current one, or with `down` false the one before.
    pub fn next(&self, down: bool) -> Option<&Subject> {
        let open = |subject: &&Subject| is_open(subject, self.several);
        let (before, rest) = self.subjects.split_at_checked(self.at)?;
        if down { rest.iter().skip(1).find(open) } else { before.iter().rev().find(open) }
    }

    /// Whether the step asks about its subjects one by one, instead of letting people choose among them.
    pub fn asks_one_by_one(&self) -> bool {
        match &self.answer {
            None | Some(Answer::Pick | Answer::Dots { .. } | Answer::Ranking { .. }) => false,
            Some(Answer::Vote { options }) => !options.is_empty(),
            Some(_) => true,
        }
    }
}

/// Whether the talk can still turn to this subject.
const fn is_open(subject: &Subject, several: bool) -> bool {
    !subject.done || (several && !subject.passed)
}
