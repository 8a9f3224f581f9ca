//! Turns a line into its long form: the answer to the question, or free text in the form of the step.

use super::answer_frame::AnswerFrame;
use super::phrase::{is_explicit, is_number, is_short, says_nothing};
use super::watch::{seen, stands};
use crate::exercise::Answer;
use crate::exercise::bare::{BareArrows, BareForm, NameShape};
use crate::record::long_form::{ArrowLink, LongForm};
use crate::record::{Kind, Relation};

impl AnswerFrame {
    /// Returns the long form of a line that has the shape of an answer: numbers for a vote, "right" for an arrow, a
    /// sentence where the step asks for one. This is tried before the grammar; `unit` is the speaker's.
    pub fn answered(&self, said: &str, unit: Option<&str>) -> Option<LongForm> {
        let said = said.trim();
        if let Some(found) = self.settled(said) {
            return Some(found);
        }
        if self.takes_sentences() && !is_explicit(said) {
            return self.completed(said, unit);
        }
        match self.answer.as_ref()? {
            Answer::Pick => self.picked(said),
            Answer::Vote { .. } | Answer::Decision => self.voted(said),
            Answer::Dots { each } => self.dotted(said, *each),
            Answer::Rating { scales } => self.rated(said, scales),
            Answer::Ranking { places } => self.ranked(said, places),
            Answer::Commitment => self.decided_by_forum(said),
            Answer::Number => self.seen(said),
            Answer::Arrows | Answer::Text => self.chosen(said).or_else(|| self.owned(said)),
            _ => None,
        }
    }

    /// Returns the long form of free text. This is tried after the grammar; `unit` is the speaker's.
    pub fn completed(&self, said: &str, unit: Option<&str>) -> Option<LongForm> {
        let said = said.trim();
        if says_nothing(said) || is_number(said) {
            // "None" answers the question, and does not name a thing.
            return None;
        }
        match (&self.form, self.answer.as_ref()) {
            (_, Some(Answer::Pick)) if !is_short(said) => None,
            (_, Some(Answer::Commitment)) => None,
            (Some(form), _) => form.completed(said, unit),
            (None, Some(Answer::Number)) => seen(said),
            (None, Some(Answer::Watch)) => stands(said).or_else(|| self.watched(said)),
            (None, Some(Answer::Slot(slot))) => {
                Some(LongForm::Ruled { about: self.focus.clone()?, slot: *slot, text: said.to_owned() })
            }
            _ => None,
        }
    }

    /// Returns the long form of free text about another thing than the step is about just now: the line begins with its
    /// label and a colon.
    pub fn completed_about(&self, about: &str, said: &str, unit: Option<&str>) -> Option<LongForm> {
        let (said, form) = (said.trim(), self.form.as_ref()?.about(about)?);
        if says_nothing(said) || is_number(said) { None } else { form.completed(said, unit) }
    }

    /// Returns the kind of the names that a plain line lists in this step, [`Kind::Unknown`] where any kind fits; `None`
    /// where a plain line is not a list of names.
    pub fn lists_names(&self) -> Option<Kind> {
        match self.form.as_ref()? {
            BareForm::Named(kind) => Some(*kind).filter(|kind| !matches!(kind, Kind::Purpose | Kind::Voice)),
            BareForm::Arrows(arrows) => match arrows.names {
                NameShape::Sorted(kind) => Some(kind),
                NameShape::Plain | NameShape::Less => Some(Kind::Unknown),
                NameShape::Whole(_) => None,
            },
            _ => None,
        }
    }

    /// Returns the relation of the arrows that the names of a plain line get; `None` where they get none by a verb.
    pub fn relates_by(&self) -> Option<Relation> {
        match self.form.as_ref()? {
            BareForm::Arrows(BareArrows { link: ArrowLink::Verb(verb), .. }) => Some(verb.relation),
            _ => None,
        }
    }

    /// Returns the text saved for a line that stays text and ends its subject: the subject, followed by the line.
    pub fn text_of(&self, said: &str) -> Option<String> {
        let subject = self.subject().filter(|_| self.asks_one_by_one())?;
        let sorts = matches!(self.form, Some(BareForm::Status { .. }));
        let ends = says_nothing(said) || (sorts && !is_number(said));
        let ends = ends && !self.refuses_a_whole(&said.trim().to_lowercase());
        ends.then(|| format!("{}: {}", subject.says, said.trim()))
    }

    /// Whether the answer is a whole sentence, in which verbs are ordinary words instead of grammar.
    pub fn takes_sentences(&self) -> bool {
        matches!(self.answer, Some(Answer::Slot(_))) || self.form.as_ref().is_some_and(BareForm::takes_sentences)
    }
}
