//! Gives the promises of a step their long form, and finds the forum that decides for two sides.

use super::answer_frame::{AnswerFrame, Attendee};
use super::phrase::{is_number, says_nothing, without_article};
use crate::exercise::Answer;
use crate::exercise::bare::{BareForm, NameShape};
use crate::exercise::seed::Subject;
use crate::record::lexicon::Verb;
use crate::record::long_form::{ArrowLink, LongForm, SpokenPromise, one_name};
use crate::record::{Kind, Relation};

/// The first words of a commitment to approach other people, which a person alone may make.
pub const ASKING_VERBS: [&str; 4] = ["ask ", "tell ", "show ", "ring "];

impl AnswerFrame {
    /// Whether the step asks who does what by when.
    pub fn asks_for_promises(&self) -> bool {
        matches!(self.answer, Some(Answer::Commitment))
    }

    /// Whether the step says itself how a promise begins: `do tell them {}`.
    pub fn leads_promises(&self) -> bool {
        matches!(&self.form, Some(BareForm::Promised { lead }) if !lead.is_empty())
    }

    /// Returns the long form of a promise that was said in this step; `None` when nothing is promised.
    pub fn promised(&self, mut promise: SpokenPromise) -> Option<LongForm> {
        let task = as_task(&promise.text).to_owned();
        promise.text = task;
        if says_nothing(&promise.text) || is_number(&promise.text) {
            return None;
        }
        if !self.asks_for_promises() {
            return self.promised_beside(promise);
        }
        let lead = match &self.form {
            Some(BareForm::Promised { lead }) => lead.as_str(),
            _ => "",
        };
        // A form that begins with "ask" does not repeat an "ask" that was typed.
        if promise.text.to_lowercase().starts_with(&lead.to_lowercase()) {
            promise.text = promise.text.split_off(lead.len().min(promise.text.len()));
        }
        Some(match &self.form {
            None | Some(BareForm::Promised { .. }) => {
                LongForm::Promised(SpokenPromise { text: format!("{lead}{}", promise.text), ..promise })
            }
            Some(form) => LongForm::Line(format!("{}{}", form.around(&promise.text), promise.rest())),
        })
    }

    /// Returns a promise in a step that asks for something else, with the subject that it is about.
    fn promised_beside(&self, mut promise: SpokenPromise) -> Option<LongForm> {
        if let Some(about) = self.subject().and_then(spelled_out) {
            let text = std::mem::take(&mut promise.text);
            promise.text = if text.is_empty() { about } else { format!("{about}: {text}") };
        } else if self.form.as_ref().is_some_and(BareForm::says) {
            promise.about = promise.about.or_else(|| self.subject()?.label.as_deref().map(one_name));
        }
        (!promise.text.is_empty()).then_some(LongForm::Promised(promise))
    }

    /// Reads "The contact review decides", about a thing that two sides share, as a forum of both sides.
    pub(super) fn decided_by_forum(&self, said: &str) -> Option<LongForm> {
        let forum = without_article(said.strip_suffix(" decides")?);
        let subject = self.subject().filter(|_| seat(forum, &self.people).is_none())?;
        let [a, b] = [&subject.a, &subject.b].map(|side| side.as_deref().map(one_name));
        let covers = Verb::of(Relation::Covers)?;
        Some(LongForm::Drawn {
            from: NameShape::Sorted(Kind::Forum).around(&one_name(forum)),
            link: ArrowLink::Verb(covers),
            to: [a?, b?].map(|unit| NameShape::Sorted(Kind::Party).around(&unit)).into(),
            tail: String::new(),
            words: String::new(),
        })
    }
}

/// How somebody begins to say what they will do themselves.
const FIRST_PERSON: [&str; 20] = [
    "i will",
    "i'll",
    "i shall",
    "i am going to",
    "i'm going to",
    "i want to",
    "i would like to",
    "i'd like to",
    "i plan to",
    "i intend to",
    "i promise to",
    "i need to",
    "i have to",
    "i should",
    "i can",
    "i must",
    "let me",
    "we will",
    "we'll",
    "we are going to",
];

/// Returns the task of a promise in the first person: "ask Priya Nair" for "I will ask Priya Nair". The promise is then
/// the speaker's own.
pub fn as_task(text: &str) -> &str {
    let plain = text.trim_start();
    let lower = plain.replace('’', "'").to_lowercase();
    // A curly apostrophe is as long as three letters in bytes, so the beginning is measured in characters.
    let begins =
        FIRST_PERSON.iter().find(|begins| lower.strip_prefix(**begins).is_some_and(|rest| rest.starts_with(' ')));
    let Some(begins) = begins else { return text };
    let behind = plain.char_indices().nth(begins.chars().count()).map_or(plain.len(), |(at, _)| at);
    let task = plain.get(behind..).unwrap_or(plain).trim_start();
    if task.is_empty() { text } else { task }
}

/// Returns the beginning of a commitment about this subject: the open matter, or the two things of a pair.
fn spelled_out(subject: &Subject) -> Option<String> {
    let pair = || Some(format!("{} and {}", subject.a.as_ref()?, subject.b.as_ref()?));
    if subject.seq.is_some() { Some(subject.says.clone()) } else { pair() }
}

fn seat<'a>(who: &str, people: &'a [Attendee]) -> Option<&'a Attendee> {
    let who = who.trim().to_lowercase();
    let named = |seat: &&Attendee| seat.name.as_ref().is_some_and(|name| name.to_lowercase() == who);
    people.iter().find(|seat| seat.tag == who).or_else(|| people.iter().find(named))
}
