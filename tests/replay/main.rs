//! Looking back: any moment of a session, search, comparison, branches, what is due, and the commands for all that.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod branches;
mod commands;
mod compare;
mod law;
mod look;
mod markers;
mod narrative;
mod play;
mod privacy;
#[path = "../shared/program.rs"]
mod program;
mod screen;
mod search;
mod stage;
mod story;
