//! The hour of the worked example as somebody types it, key by key, with the room's window beside the console.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod absurd;
mod cast;
mod commands;
mod crowd;
mod disk;
mod frames;
mod graph;
mod names;
mod private;
mod rounds;
mod screens;
mod script;
mod seats;
mod shared;
mod slips;
mod stage;
