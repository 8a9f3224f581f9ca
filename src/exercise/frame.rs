//! The frame of the current question: what an answer becomes, and why a line does not answer.

mod answer_frame;
mod answering;
mod choice;
mod completion;
mod decision;
mod hands;
mod names;
mod objection;
mod phrase;
mod promise;
mod slip;
#[cfg(test)]
mod tests;
mod watch;

pub use answer_frame::{AnswerFrame, Attendee};
pub use hands::FINGERS;
pub use phrase::is_mere_reply;
pub use promise::{ASKING_VERBS, as_task};
