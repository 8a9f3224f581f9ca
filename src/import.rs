//! One format per file: text in, what it says out. Nothing here decides what a line means; `capture` does.

pub mod revision;
pub mod transcript;
