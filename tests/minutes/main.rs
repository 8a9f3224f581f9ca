//! The minutes of a session: what stands in them, in which order, and what never does.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod command;
mod example;
mod hostile;
mod judged;
mod order;
#[path = "../shared/program.rs"]
mod program;
mod room;
mod secrets;
mod sections;
mod solo;
mod time;
