//! Breaking campaigns: long, seeded, bounded runs that try to lose, double, alter or leak what was typed.
//!
//! `cargo test` runs a tenth of each; `tests/campaigns/run` runs them whole, against the release build.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

#[path = "../program/call.rs"]
mod call;
mod mutations;
mod scale;
