//! The catalogue of exercises, which is data, and the walk through an agenda of them.
//!
//! An exercise is one RON file ([`Exercise`]); those in `catalogue/` are part of the program. Adding one is adding
//! its file and its line in [`catalogue::EMBEDDED`].

mod agenda;
mod answer;
mod card;
pub mod catalogue;
mod count;
mod format;
mod frame;
mod lint;
mod measure;
mod page;
mod practice;
mod prompt;
mod scaffold;
mod seed;

pub use agenda::{
    Agenda, AgendaError, AgendaStop, AgendaTemplate, CLOSE, CatchUp, LONGEST, MOST_EXERCISES, Pace, SLACK, TEMPLATES,
    in_words, template,
};
pub use answer::{Answer, Seed};
pub use card::cards;
pub use catalogue::Catalogue;
pub use count::{counted, holds, unheard, untouched};
pub use format::{Exercise, ExerciseError, Group, Step, Variants};
pub use frame::{AnswerFrame, Attendee, TOWARDS, is_mere_reply, promise_in};
pub use lint::{ExerciseFlaw, Severity, is_exercise, lint, lint_folder};
pub use measure::{Condition, Goal, Measure, Nudge};
pub use page::{list, page};
pub use practice::{EMBEDDED_PRACTICE, PracticeSet, Spoken};
pub use prompt::{BLANKS, Blanks, fill, long_form, one_name};
pub use scaffold::scaffold;
pub use seed::{StepContext, Subject, WORTH_A_LOOK, open_worries, subjects};
