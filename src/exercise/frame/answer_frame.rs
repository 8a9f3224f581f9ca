//! What is asked right now, as far as a line needs to know.

use crate::exercise::bare::BareForm;
use crate::exercise::seed::Subject;
use crate::exercise::{Answer, Step};
use crate::record::Kind;

/// Somebody who is here and may promise something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// The seat's tag.
    pub tag: String,
    /// The first name, where one is known; it stays out of the record.
    pub name: Option<String>,
}

/// What is asked right now, as far as a line needs to know: what a bare line becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerFrame {
    pub(super) answer: Option<Answer>,
    pub(super) title: String,
    /// What a bare line becomes, filled but for `{whose}`.
    pub(super) form: Option<BareForm>,
    /// The label of the change it is about.
    pub(super) focus: Option<String>,
    /// What was so before it is decided about.
    pub(super) before: Option<String>,
    /// Ballots that were counted in this step.
    pub(super) counted: Vec<String>,
    /// Whether the step walks over something, even when none of it is left.
    pub(super) walks: bool,
    /// Whether one of them takes several answers.
    pub(super) several: bool,
    /// What the step walks over.
    pub subjects: Vec<Subject>,
    /// What a number stands for, when that is something else.
    pub choices: Vec<Subject>,
    /// Which of the subjects it stands at; beyond the last one when none is left to ask about.
    pub at: usize,
    /// Who is here.
    pub people: Vec<Attendee>,
    /// What is drawn is somebody else's view, imagined.
    pub imagined: bool,
}

impl AnswerFrame {
    /// The frame of a step that walks over these: at the one the talk was turned to, else where it is, else at the
    /// first that is open.
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

    /// The frame of a step that cannot begin before a change is named.
    pub fn which(step: &Step) -> Self {
        let form = Some(BareForm::Named(Kind::Initiative));
        Self { answer: Some(Answer::Pick), title: step.title.clone(), form, ..Self::default() }
    }

    /// A frame in which a bare line becomes this, and nothing else is asked.
    pub fn bare(form: Option<BareForm>) -> Self {
        Self { form, ..Self::default() }
    }

    /// Sets what a bare line becomes.
    pub fn becomes(&mut self, form: Option<BareForm>) {
        self.form = form;
    }

    /// Sets the change it is about.
    pub fn about(&mut self, focus: Option<&str>) {
        self.focus = focus.map(str::to_owned);
    }

    /// Sets what was so before it is decided about.
    pub fn planned(&mut self, before: Option<String>) {
        self.before = before;
    }

    /// Sets which ballots were counted in this step.
    pub fn has_counted(&mut self, ballots: Vec<String>) {
        self.counted = ballots;
    }

    /// What the step asks for.
    pub const fn asks(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// What is talked about among those the step walks over.
    pub fn subject(&self) -> Option<&Subject> {
        self.subjects.get(self.at)
    }

    /// What a sentence becomes that is saved word by word: something people say, or what a change is for.
    pub fn quotes(&self) -> Option<Kind> {
        self.form.as_ref()?.quotes()
    }

    /// The next of what the step walks over that is still open, or the one before.
    pub fn next(&self, down: bool) -> Option<&Subject> {
        let open = |subject: &&Subject| is_open(subject, self.several);
        let (before, rest) = self.subjects.split_at_checked(self.at)?;
        if down { rest.iter().skip(1).find(open) } else { before.iter().rev().find(open) }
    }

    /// Whether the subjects are talked about one after the other, rather than chosen among.
    pub fn asks_one_by_one(&self) -> bool {
        match &self.answer {
            None | Some(Answer::Pick | Answer::Dots { .. } | Answer::Ranking { .. }) => false,
            Some(Answer::Vote { options }) => !options.is_empty(),
            Some(_) => true,
        }
    }
}

/// Whether the talk can still turn to it.
const fn is_open(subject: &Subject, several: bool) -> bool {
    !subject.done || (several && !subject.passed)
}
