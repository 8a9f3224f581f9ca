//! The grammar: the shape of a line, without its meaning. Brackets, tags, arrows, verbs, and the words after the colon.
//!
//! Functions of this folder take text and return its shape; none of them reads a ledger.

pub(crate) mod arrow;
mod attribute;
mod brackets;
mod date;
pub(crate) mod english;
mod fragment;
mod keyword;
mod name;
mod normal;
mod paper;
mod remark;
mod scrap;
mod sentence;
mod shelter;
mod spoken_words;
mod tail;
mod typed;
mod verb;

pub(crate) use attribute::{attribute, stage_of, want};
pub(crate) use brackets::in_brackets;
pub(crate) use date::{Calendar, due};
pub(crate) use fragment::fragment_starts;
pub(crate) use keyword::{after_keyword, after_word, split_word};
pub(crate) use name::{NAMES_LIMIT, TypedName};
pub(crate) use normal::{normal, tidy};
pub(crate) use paper::{stays_text, without_marks};
pub(crate) use remark::{NoName, is_a_remark, no_name};
pub(crate) use scrap::Scrap;
pub(crate) use sentence::{ArrowDirection, Hop, Sentence};
pub(crate) use shelter::{Sheltered, words};
pub(crate) use spoken_words::{SpokenWord, is_at, past, phrase_at, spoken_words};
pub(crate) use tail::{ArrowTail, split as split_tail};
pub(crate) use typed::Typed;
pub use typed::split_tag;
