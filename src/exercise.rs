//! The catalogue of exercises, which are data, and the agenda that arranges them.
//!
//! An exercise is one RON file ([`Exercise`]). The files in `catalogue/` are part of the program; a new exercise needs
//! its file and a line in [`catalogue::EMBEDDED`].

mod agenda;
mod answer;
mod bare;
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
mod survey;

pub use agenda::{
    Agenda, AgendaError, AgendaFile, AgendaPosition, AgendaStop, AgendaTemplate, CLOSE, Debit, Giver, LONGEST,
    MOST_EXERCISES, Pace, SLACK, ShelvedAgenda, TEMPLATES, in_words, minutes, template,
};
pub use answer::{Answer, Seed};
pub use bare::{BareArrows, BareForm, NameShape};
pub use card::cards;
pub use catalogue::Catalogue;
pub use count::{counted, holds, unheard, untouched};
pub use format::{Exercise, ExerciseError, Group, Step, Variants};
pub use frame::{ASKING_VERBS, AnswerFrame, Attendee, FINGERS, as_task, is_mere_reply};
pub use lint::{ExerciseFlaw, Severity, is_exercise, lint_agenda, lint_file, lint_folder};
pub use measure::{Condition, Goal, Measure, Nudge};
pub use page::{list, page};
pub use practice::{EMBEDDED_PRACTICE, PracticeSet, Spoken};
pub use prompt::{BLANKS, Blanks, fill};
pub use scaffold::scaffold;
pub use seed::{StepContext, Subject, WORTH_A_LOOK, open_worries, subjects};
pub use survey::{
    AnsweredQuestion, FormMark, FormRemark, IssuedForm, NotAForm, ReadForm, SurveyForm, SurveyRecord, USUAL_SURVEY,
    survey_questions,
};
