//! The clocks: extend a step, pause, or make up for lost time.

mod popup;
mod words;

pub(super) use popup::COMMANDS;
pub use popup::TimeView;
pub use words::{drift_in_words, end_in_words, pace_in_words};
