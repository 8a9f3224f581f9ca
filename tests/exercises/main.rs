//! The catalogue of exercises against what is asked of it, the lint for files of one's own, and the commands.

// Helpers of tests may fail loudly, like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod catalogue;
mod commands;
mod examples;
mod linted;
mod own;
mod scene;
