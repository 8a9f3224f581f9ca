//! The next question: which question is worth asking now, given the graph, its findings and the place in the agenda.
//!
//! Each of the 51 templates ([`QuestionTemplate`]) is one constant in `ask/templates` and one entry in [`TEMPLATES`], with
//! the function that finds what it could be asked about. The score of a question is the weight of its template, times the
//! reach of its subject, how well it fits the step, whether somebody is here who could answer, whether it is fresh, and whether anybody spoke of
//! its subject, rather than an imported file alone. It
//! is worked out in whole numbers, so that equal scores are equal and the same context gives the same questions, byte for
//! byte.
//!
//! Questions about an open end (what a thing changes, what changes it) are ordered by where arrows are likely to be missing,
//! which a [`GapModel`] learns from the map itself. It is given, since learning takes longer than a key press may.
//!
//! No function of this room reads a clock: the day, the time in the session and the minutes left are given. A question
//! names units and things, never people, and speaks only of what is named so far.

mod choose;
mod gaps;
mod heard;
mod history;
mod loop_stories;
mod occasion;
mod place;
mod question;
mod scene;
mod score;
mod sight;
mod slot;
mod target;
mod template;
mod templates;
mod thresholds;
mod words;

pub use choose::{open_ends, questions, varied};
pub use gaps::{GapModel, GapSide};
pub use heard::heard;
pub use question::{OpenEnd, Question, QuestionForm};
pub use scene::QuestionContext;
pub use score::Score;
pub use slot::QuestionSlot;
pub use target::{Target, targets};
pub use template::QuestionTemplate;
pub use templates::TEMPLATES;
