//! Every exercise, walked from its first step to its last by keys alone, for a room and for one person.
//!
//! `cargo test --test console walks:: -- --nocapture` prints every prompt as it is said, every line as it is kept, and the sentence
//! that is read back.

mod actor;
mod alone;
mod arrive;
mod bound;
mod close;
mod decide;
mod draw;
mod emerge;
mod five;
mod folio;
mod incent;
mod lever;
mod look;
mod moment;
mod next;
mod nudges;
mod premort;
mod seeds;
mod table;
mod templates;
mod walk;
mod ways;
