//! One format per file: a text goes in, its lines come out. What a line means is decided in `capture`.

mod formats;
pub mod revision;
pub mod transcript;

pub use formats::{IMPORTS, ImportFormat};
