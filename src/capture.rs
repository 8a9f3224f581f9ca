//! A typed line becomes facts, and facts become the plain sentence that is read back to the room.
//!
//! [`read()`] takes any line and never fails: arrows, plain English, a dozen commands, free text. A line that cannot be
//! read is saved as typed. [`Reading`] carries the facts to record, and the doubts and offers that the screen shows.

mod complete;
mod context;
mod grammar;
mod heard;
pub mod lexicon;
mod read;
mod reader;
mod reading;
mod report;
#[expect(clippy::unnecessary_wraps, reason = "all shapes have one signature, and one of them can fail")]
mod shape;
mod speaker;
mod step;
mod telling;

pub use complete::{Candidate, Completion, complete};
pub use context::Context;
pub use grammar::split_tag;
pub use heard::Heard;
pub use lexicon::Lexicon;
pub use read::read;
pub use reader::KnownPerson;
pub use reading::{Amber, Doubt, Form, MentionedThing, Offer, Reading, ReadingOutcome};
pub use report::{ReadingReport, ReportTerms, ReportedClaim};
pub use shape::shape_examples;
pub use speaker::{ClockTime, SpeakerMark, only_offered, split_speaker};
pub use step::{StepAsks, StepGrammar, promise_in, read_in_step};
pub use telling::{claim_in_words, delay_in_words, due_in_words, read_back, retell, thing_in_words};
