use crate::graph::Key;

use super::{GapSide, Score};

/// How a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionForm {
    /// The question is put to the room, or to the person alone.
    Ask,
    /// The room is asked who could answer, because nobody of the unit that could is present.
    WhoCouldTell,
    /// A person alone takes the question to the unit that could answer.
    Carry,
}

/// What a question about an open end asks for: arrows on one side of the thing that it is about first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenEnd {
    /// The side.
    pub side: GapSide,
    /// How much is to be expected of asking: the expected gaps, times whether the question fits the step, who is here,
    /// who was not heard and what was asked before. It orders the open ends of one context.
    pub promise: u64,
}

/// A question that is worth asking next.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The number of its template.
    pub template: u8,
    /// The things it is about, in the order that the template defines.
    pub about: Vec<Key>,
    /// The unit that could answer; `None` if any unit could.
    pub of: Option<Key>,
    /// The form in which the question is put.
    pub form: QuestionForm,
    /// The text of the question.
    pub ask: String,
    /// Why it is asked now, in one plain sentence for the facilitator.
    pub because: String,
    /// The score.
    pub score: Score,
    /// What it asks for, if it is about an open end.
    pub open: Option<OpenEnd>,
}
