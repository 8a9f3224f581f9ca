//! Exports: what is written is read back by readers that are not ours, and holds nothing that it must not.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod anonymous;
mod command;
mod formats;
mod graphviz;
mod hostile;
mod picture;
mod readers;
mod report;
mod secrets;

#[path = "../shared/program.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod program;
#[path = "../minutes/room.rs"]
#[allow(dead_code, reason = "the minutes use more of it")]
mod room;
#[path = "../lens/talk.rs"]
#[allow(dead_code, reason = "the lenses use more of it")]
mod talk;
