//! Recognises people's names in texts, so that the names stay out of the record.
//!
//! A listed person is recognised by first name, last name, whole name and initials, as whole words, in upper or lower
//! case. A name that is also an everyday English word ("Mark", "Will", "May") counts as a name only where the text uses
//! it as one; what is certainly the word is never changed. A name is replaced by the unit of its owner.

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
mod tagged;
mod words;

pub use acts::KeyedActs;
pub use everybody::{Persons, is_a_word};
pub use handed_on::{HandedOn, without_names};
pub use named::{NamedPerson, replaced};
pub use rewriting::Rewriting;
pub use seat::{
    NeutralTags, distinct_tag, exactly, is_called, is_neutral, is_tag, neutral_tag, seat_called, seat_meant,
};
pub use tagged::TaggedSeats;

#[cfg(test)]
mod tests;
