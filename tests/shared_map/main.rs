//! Many sessions, one picture: split in any way, read in any order, with names merged and parted, from files or from
//! what is remembered of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod alike;
mod cache;
mod commands;
mod desk;
mod hour;
mod names;
mod people;
mod program;
mod split;
mod tray;
