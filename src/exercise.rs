//! The catalogue of exercises, which is data, and the walk through an agenda of them.
//!
//! An exercise is one RON file ([`Exercise`]); those in `catalogue/` are part of the program. Adding one is adding
//! its file and its line in [`catalogue::EMBEDDED`].

mod agenda;
mod answer;
pub mod catalogue;
mod count;
mod format;
mod frame;
mod measure;
mod practice;
mod prompt;
mod seed;

pub use agenda::{Agenda, AgendaError, CLOSE, Choice, Pace, SLACK, Stop, TEMPLATES, Template, in_words, template};
pub use answer::{Answer, Seed};
pub use catalogue::Catalogue;
pub use count::{counted, holds, unheard, untouched};
pub use format::{Exercise, ExerciseError, Group, Step, Variants};
pub use frame::Frame;
pub use measure::{Condition, Goal, Measure, Nudge};
pub use practice::{EMBEDDED_PRACTICE, Practice, Spoken};
pub use prompt::{BLANKS, Blanks, fill, long_form, one_name};
pub use seed::{Scene, Subject, subjects};
