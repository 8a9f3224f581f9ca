//! The record survives: power cuts, failing disks, damage, two hands on one file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod any_event;
mod anything;
mod copies;
mod damage;
mod failing;
mod files;
mod hidden;
mod outside;
mod power;
mod reading;
mod session;
mod strike;
mod talk;
