//! What a line means to those who know what was said before: things with their kinds, facts, and what is doubtful.

mod board;
mod cast;
mod count;
mod doubt;
mod draft;
mod edge;
mod kind;
mod lines;
mod plan;
mod promise;
mod say;
mod seating;
mod sign;
mod split;
mod stance;
mod thing;

pub(crate) use draft::Draft;
pub(crate) use kind::{in_words as kind_in_words, of_last_word};
pub(crate) use lines::read;
