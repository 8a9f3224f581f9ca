//! One format per file: text in, what it says out. Nothing here decides what a line means; `capture` does.

mod formats;
pub mod revision;
pub mod transcript;

pub use formats::{IMPORTS, ImportFormat};
