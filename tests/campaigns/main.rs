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
mod keys;
#[cfg(unix)]
mod kills;
mod mutations;
#[cfg(unix)]
#[allow(dead_code, reason = "the tests of the program use more of it")]
#[path = "../program/pty.rs"]
mod pty;
mod scale;
#[cfg(unix)]
mod scene;
#[cfg(target_os = "linux")]
mod syscalls;
#[cfg(unix)]
mod typing;
