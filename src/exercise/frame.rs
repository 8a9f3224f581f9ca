//! What is asked right now, as far as a line needs to know it: what an answer becomes, and why a line is none.

mod choice;
mod hands;
mod objection;
mod phrase;
mod plan;
mod promise;
mod slip;
mod template;
#[cfg(test)]
mod tests;

use super::seed::Subject;
use super::{Answer, Step, one_name};
use crate::record::Kind;
pub use phrase::is_mere_reply;
use phrase::{is_explicit, is_number, is_short, says_nothing};
pub use promise::{TOWARDS, promise_in};
use template::Template;

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
    answer: Option<Answer>,
    title: String,
    /// The long form of a bare line, filled but for its `{}` and `{whose}`.
    template: Option<String>,
    /// The change it is about, as one name.
    focus: Option<String>,
    /// The plan as it was before it is decided about.
    before: Option<String>,
    /// Ballots that were counted in this step.
    counted: Vec<String>,
    /// Whether the step walks over something, even when none of it is left.
    walks: bool,
    /// Whether one of them takes several answers.
    several: bool,
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
        let template = Some("!{}".to_owned());
        Self { answer: Some(Answer::Pick), title: step.title.clone(), template, ..Self::default() }
    }

    /// A frame in which a bare line becomes this, and nothing else is asked.
    pub fn bare(template: Option<String>) -> Self {
        Self { template, ..Self::default() }
    }

    /// Sets what a bare line becomes.
    pub fn becomes(&mut self, template: Option<String>) {
        self.template = template;
    }

    /// Sets the change it is about.
    pub fn about(&mut self, focus: Option<&str>) {
        self.focus = focus.map(one_name);
    }

    /// Sets the plan as it was before it is decided about.
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

    /// What a sentence becomes that is kept word by word: something people say, or what a change is for.
    pub fn quotes(&self) -> Option<Kind> {
        let template = self.template.as_deref()?;
        match template.split_whitespace().next()? {
            "say" => Some(Kind::Voice),
            word if word.starts_with('&') => Some(Kind::Voice),
            word if word.starts_with('*') => Some(Kind::Purpose),
            _ => None,
        }
    }

    /// The next of what the step walks over that is still open, or the one before.
    pub fn next(&self, down: bool) -> Option<&Subject> {
        let open = |subject: &&Subject| is_open(subject, self.several);
        let (before, rest) = self.subjects.split_at_checked(self.at)?;
        if down { rest.iter().skip(1).find(open) } else { before.iter().rev().find(open) }
    }

    /// The long form of a line that has the shape of an answer: numbers to a vote, "right" to an arrow, a sentence
    /// where one is asked for. It comes before the grammar; `unit` is the team of whoever speaks.
    pub fn answered(&self, said: &str, unit: Option<&str>) -> Option<String> {
        let said = said.trim();
        if let Some(found) = self.settled(said).or_else(|| self.promised_by_name(said)) {
            return Some(found);
        }
        if self.takes_sentences() && !is_explicit(said) {
            return self.completed(said, unit);
        }
        match self.answer.as_ref()? {
            Answer::Pick => self.picked(said),
            Answer::Vote { .. } => self.voted(said),
            Answer::Dots { each } => self.dotted(said, *each),
            Answer::Rating { scales } => self.rated(said, scales),
            Answer::Ranking { places } => self.ranked(said, places),
            Answer::Stance => self.stance(said),
            Answer::Decision => self.voted(said).or_else(|| self.decided(said)),
            Answer::Number => self.seen(said),
            Answer::Arrows | Answer::Text => self.chosen(said).or_else(|| self.owned(said)),
            _ => None,
        }
    }

    /// The long form of free text. It comes after the grammar; `unit` is the team of whoever speaks.
    pub fn completed(&self, said: &str, unit: Option<&str>) -> Option<String> {
        let said = said.trim();
        if says_nothing(said) || is_number(said) {
            // "None" is an answer, and no name of a thing.
            return None;
        }
        let template = self.template.as_deref().map(Template);
        match (template, self.answer.as_ref()) {
            (_, Some(Answer::Pick)) if !is_short(said) => None,
            (template, Some(Answer::Commitment)) => Some(self.promised(said, template)),
            (Some(template), _) => template.completed(said, unit),
            (None, Some(Answer::Number)) => plan::seen(said),
            (None, Some(Answer::Watch)) => Some(self.watched(said)),
            (None, Some(Answer::Slot(slot))) => Some(format!("rule {} {}: {said}", self.focus.as_ref()?, slot.name())),
            _ => None,
        }
    }

    /// What is kept of a line that stays text and ends what is talked about: the line behind what it is about.
    pub fn kept(&self, said: &str) -> Option<String> {
        let subject = self.subject().filter(|_| self.asks_one_by_one())?;
        let sorts = self.template.as_deref().map(Template).is_some_and(Template::sorts);
        let ends = says_nothing(said) || (sorts && !is_number(said));
        let ends = ends && !self.refuses_a_whole(&said.trim().to_lowercase());
        ends.then(|| format!("{}: {}", subject.says, said.trim()))
    }

    /// Whether the subjects are talked about one after the other, rather than chosen among.
    pub fn asks_one_by_one(&self) -> bool {
        match &self.answer {
            None | Some(Answer::Pick | Answer::Dots { .. } | Answer::Ranking { .. }) => false,
            Some(Answer::Vote { options }) => !options.is_empty(),
            Some(_) => true,
        }
    }

    /// Whether whole sentences are asked for, in which a verb is no grammar.
    fn takes_sentences(&self) -> bool {
        matches!(self.answer, Some(Answer::Slot(_)))
            || self.template.as_deref().map(Template).is_some_and(Template::takes_sentences)
    }
}

/// Whether the talk can still turn to it.
const fn is_open(subject: &Subject, several: bool) -> bool {
    !subject.done || (several && !subject.passed)
}
