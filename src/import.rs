//! Readers of notes, one format per file: each turns a text into lines. `capture` decides what a line means.

mod formats;
pub mod revision;
pub mod transcript;

pub use formats::{IMPORTS, ImportFormat};
