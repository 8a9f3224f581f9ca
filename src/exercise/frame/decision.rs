//! Gives decisions and the outcomes of open matters their long form.

use super::answer_frame::AnswerFrame;
use crate::exercise::Answer;
use crate::record::long_form::LongForm;
use crate::record::{Outcome, Verdict};

/// The phrases for each outcome.
const OUTCOMES: [(&str, Outcome); 10] = [
    ("done", Outcome::Done),
    ("yes", Outcome::Done),
    ("moved to", Outcome::Moved),
    ("moved", Outcome::Moved),
    ("not yet", Outcome::Moved),
    ("later", Outcome::Moved),
    ("dropped", Outcome::Dropped),
    ("drop it", Outcome::Dropped),
    ("drop", Outcome::Dropped),
    ("answered", Outcome::Answered),
];

impl AnswerFrame {
    /// Whether the step asks for the outcomes of open matters, and is about one.
    pub fn asks_for_outcomes(&self) -> bool {
        self.subject().is_some_and(|subject| subject.seq.is_some())
    }

    /// Whether the step asks for a decision.
    pub fn asks_for_decisions(&self) -> bool {
        matches!(self.answer, Some(Answer::Decision))
    }

    /// Reads the outcome of an open matter: done, dropped, answered or moved.
    pub(super) fn settled(&self, said: &str) -> Option<LongForm> {
        let (outcome, rest) = after(said, &OUTCOMES)?;
        self.settles(outcome, rest.strip_prefix("to ").unwrap_or(rest))
    }

    /// Returns the long form of an open matter that is moved to a day, as typed.
    pub fn moved(&self, day: &str) -> Option<LongForm> {
        self.settles(Outcome::Moved, day)
    }

    fn settles(&self, outcome: Outcome, rest: &str) -> Option<LongForm> {
        let subject = self.subject()?;
        let (session, seq) = (subject.session.clone(), subject.seq?);
        Some(LongForm::Settled { session, seq, outcome, rest: rest.to_owned() })
    }

    /// Returns the long form of a verdict on the current subject, with the text after the verdict and who decided.
    pub fn decided(&self, verdict: Verdict, rest: &str, by: Option<&str>) -> Option<LongForm> {
        let about = self.decides_on()?.to_owned();
        let before = self.before.as_ref().filter(|_| !rest.contains("before:"));
        let before = before.map(|before| before.replace(';', ","));
        Some(LongForm::Decided { about, verdict, rest: rest.to_owned(), before, by: by.map(str::to_owned) })
    }

    /// Returns the label of the thing on which the step asks for a decision.
    pub fn decides_on(&self) -> Option<&str> {
        let walked = self.subject().and_then(|subject| subject.label.as_ref().or(subject.a.as_ref()));
        walked.or_else(|| self.focus.as_ref().filter(|_| !self.walks)).map(String::as_str)
    }
}

/// Finds the phrase that begins a line; returns its meaning and the text after it.
fn after<'a, T: Copy>(said: &'a str, table: &[(&str, T)]) -> Option<(T, &'a str)> {
    let ends = [' ', ',', ':', '.', ';'];
    table.iter().find_map(|(word, stands_for)| {
        let (head, rest) = said.split_at_checked(word.len())?;
        let fits = head.eq_ignore_ascii_case(word) && (rest.is_empty() || rest.starts_with(ends));
        fits.then(|| (*stands_for, rest.trim_start_matches([' ', ',', ':', '.'])))
    })
}
