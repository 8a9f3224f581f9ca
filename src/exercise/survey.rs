//! The survey before a session: everybody answers the same questions alone, in a file, and shares them or does not.
//!
//! The questions are the steps for one person of an exercise ([`USUAL_SURVEY`], or any other without blanks).
//! [`SurveyForm`] is what one person fills in, [`SurveyRecord`] what whoever asks has to remember.

mod form;
mod form_text;
mod questions;
mod reading;
mod record;

pub use form::{AnsweredQuestion, FormMark, SurveyForm};
pub use questions::{USUAL_SURVEY, survey_questions};
pub use reading::{FormRemark, NotAForm, ReadForm};
pub use record::{IssuedForm, SurveyRecord};
