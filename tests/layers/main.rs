//! The rules of the house that a compiler does not know: which room may use which, that no files use each other in a
//! circle, and that one idea has one word. They read the sources.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on should stop and say so"
)]

mod circles;
mod dependencies;
mod modules;
mod rooms;
mod sources;
mod types;
mod words;
