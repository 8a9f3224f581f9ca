//! The next question: what each template is triggered by, how the choice is made, and what the worked example is asked.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod choice;
mod later;
mod room;
mod targets;
mod triggers;
mod wording;
mod worked_example;
