//! Surveys before a session: makes forms, finds those that come back, and takes the shared ones in as sessions of one
//! person.

mod arrivals;
mod copying;
mod draft;
mod earlier;
mod gathering;
mod incoming;
mod issuing;
#[cfg(feature = "phones")]
mod on_phones;
#[cfg(feature = "phones")]
mod phone_forms;

pub(super) use arrivals::survey_chore;
pub use arrivals::{SurveyStanding, standing};
pub use copying::copy_beside;
pub use draft::read_alone;
pub use gathering::{GatheredForms, gather};
pub use incoming::FormPlaces;
pub use issuing::{NewSurvey, issue};
#[cfg(feature = "phones")]
pub use on_phones::{PhoneSurvey, SurveyLink};
