//! The page of a survey: everybody answers the same few questions alone, on a phone, before a session.
//!
//! ```text
//!  a request --gate--> site: page | send --fields--> forms --FormStore--> the form's file
//! ```
//!
//! Whoever opened a link of their own has a form of their own. Behind a link for everybody, the seat of the phone decides.

mod doors;
mod fields;
mod forms;
mod outcome;
mod saving;
mod server;
mod site;
mod view;

pub use doors::{InCount, SurveyDoors};
pub use saving::{FormNotSaved, FormStore};
pub use server::SurveyServer;
pub(super) use view::{QuestionView, SurveyView};
