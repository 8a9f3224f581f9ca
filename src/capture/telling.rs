//! The sentence that is read back to the room, so that the room can correct it: "no, the other way round".
//!
//! Each fact is told in everyday words: more, less, answers for, cannot work without. Labels keep their spelling,
//! delays are told in words, and a sign is always told as *more* or *less*.

mod arrows;
mod attributes;
mod bundle;
mod called;
mod claim;
mod counted;
mod decided;
mod others;
mod phrases;
mod polled;
mod settled;
mod teller;
#[cfg(test)]
mod tests;
mod time;

pub use called::thing_in_words;
pub use claim::claim_in_words;
pub use teller::{read_back, retell};
pub use time::{by as due_in_words, delay_in_words};
