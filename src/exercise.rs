//! The catalogue of exercises, which is data, and the walk through an agenda of them.
//!
//! An exercise is one RON file ([`Exercise`]); those in `catalogue/` are part of the program. Adding one is adding
//! its file and its line in [`catalogue::EMBEDDED`].

mod agenda;
mod answer;
pub mod catalogue;
mod format;
mod measure;
mod prompt;

pub use agenda::{Agenda, AgendaError, Stop};
pub use answer::{Answer, Seed};
pub use catalogue::Catalogue;
pub use format::{Exercise, ExerciseError, Group, Step, Variants};
pub use measure::{Condition, Goal, Measure, Nudge};
pub use prompt::{Blanks, fill, long_form};
