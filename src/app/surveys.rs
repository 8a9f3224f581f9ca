//! Surveys before the session: what came in, offered where a session is set up.

mod chore;
pub(super) mod command;
mod offered;
mod reports;

pub use chore::{SurveyArrival, SurveysChore, SurveysReport};
pub(super) use offered::{arrived, arrived_in_words};
pub(super) use reports::reported;
