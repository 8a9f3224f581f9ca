//! Breaking campaigns: long, seeded, bounded runs that try to lose, double, alter or leak what was typed.
//!
//! `cargo test` runs a tenth of each; `tests/campaigns/run` runs them whole, against the release build.

mod keys;
#[cfg(unix)]
mod kills;
mod mutations;
pub(crate) mod scale;
#[cfg(unix)]
mod scene;
#[cfg(target_os = "linux")]
mod syscalls;
#[cfg(unix)]
mod typing;
