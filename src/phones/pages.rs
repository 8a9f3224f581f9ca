//! What a phone is shown, as HTML. Every text of a user is cleaned here and escaped by the templates.

mod asked;
mod line;
mod refusal;
mod survey;
mod view;
mod whole;

pub(super) use asked::asked;
pub(super) use line::{line, line_mark};
pub(super) use refusal::refusal_page;
pub(super) use survey::{SurveyNotice, survey_page};
pub(super) use view::{PagePart, PhoneView};
pub(super) use whole::{PageNotice, page};

/// The style of the page.
pub(super) const STYLE: &str = include_str!("pages/phone.css");

/// The script that makes the page live.
pub(super) const SCRIPT: &str = include_str!("pages/phone.js");
