//! The mirror as somebody alone uses it: keys and lines in, screens, pages and a private file out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod answering;
mod commands;
mod opinions;
mod privacy;
mod resuming;
mod screens;
mod sharing;
mod stage;
mod training;

#[path = "../shared/drawn.rs"]
mod drawn;

#[path = "../hour/commands.rs"]
mod program;
