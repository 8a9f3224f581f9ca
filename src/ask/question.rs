use crate::graph::Key;

use super::Score;

/// How a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionForm {
    /// To the room, or to oneself.
    Ask,
    /// To the room, which may know who could answer.
    WhoCouldTell,
    /// To be taken to somebody else.
    Carry,
}

/// A question worth asking next.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The number of its template.
    pub template: u8,
    /// What it is about, in the template's own order.
    pub about: Vec<Key>,
    /// The unit that could answer; none where anybody could.
    pub of: Option<Key>,
    /// How it is put.
    pub form: QuestionForm,
    /// The question.
    pub ask: String,
    /// Why it is asked now, in one plain sentence for the facilitator.
    pub because: String,
    /// What it scores.
    pub score: Score,
}
