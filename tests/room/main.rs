//! The audience screen: what it shows, how it looks, and what it never shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod clocks;
mod keys;
mod lines;
mod private;
mod screens;
mod stage;
