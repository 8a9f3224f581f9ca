//! Drawn maps: whoever follows the characters finds every arrow, labels are whole or marked, and nothing jumps.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chance;
mod following;
mod pictures;
mod staying;
mod tracer;
mod worked_example;

#[path = "../lens/talk.rs"]
#[allow(dead_code, reason = "the lenses use more of it")]
mod talk;
