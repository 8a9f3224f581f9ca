//! The next question: what each template is triggered by, how the choice is made, and what the worked example is asked.

mod choice;
mod imports;
mod later;
mod open_ends;
pub(crate) mod room;
mod targets;
mod triggers;
mod wording;
mod worked_example;
