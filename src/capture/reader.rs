//! The meaning of a line, given all that was said before: things with their kinds, facts, and doubts.

mod arrows;
mod board;
mod cast;
mod count;
mod decision;
mod denied;
mod doubt;
mod draft;
mod finish;
mod kind;
mod lines;
mod long_form;
mod naming;
mod person;
mod placing;
mod pledge;
mod pointing;
mod poll;
mod position_word;
mod promise;
mod say;
mod shaped;
mod sign;
mod split;
mod stance;
mod thing;
mod verdict;

pub(crate) use draft::LineDraft;
pub(crate) use kind::{in_words as kind_in_words, of_head};
pub(crate) use lines::{as_text, read};
pub(crate) use long_form::read_long;
pub use person::KnownPerson;
pub(crate) use person::front as people_before;
pub(crate) use pledge::Pledge;
pub(crate) use position_word::{SpokenPosition, spoken_position};
pub(crate) use verdict::{SpokenDecision, behind_verdict, spoken_decision, verdict_within, without_label};
