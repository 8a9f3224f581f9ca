//! Readers of notes, one format per file: each turns a text into lines. `capture` decides what a line means.

mod formats;
mod markdown;
pub mod revision;
mod speech;
mod speech_log;
mod sub_rip;
pub mod transcript;
mod web_vtt;

pub use formats::{NOTES, NotesFormat};
