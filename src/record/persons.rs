//! Whose names stay out of the record, and where a text names them.
//!
//! A listed person is recognised by first name, last name, whole name and initials, as whole words, in any case. A name
//! that is also a word of everyday English ("Mark", "Will", "May") is recognised only where the text reads it as
//! somebody; what is certainly the word is never touched. In the place of a name stands the unit of its owner.

mod acts;
mod context;
mod everybody;
mod finding;
mod handed_on;
mod lexicon;
mod named;
mod pattern;
mod rewriting;
mod seat;
mod speech;
mod words;

pub use acts::KeyedActs;
pub use everybody::{Persons, is_a_word};
pub use handed_on::{HandedOn, without_names};
pub use named::{NamedPerson, replaced};
pub use rewriting::Rewriting;
pub use seat::{distinct_tag, exactly, is_neutral, is_tag, neutral_tag, seat_meant};

#[cfg(test)]
mod tests;
