//! The agenda of a session: its exercises, their lengths, and the order of their steps.

mod debit;
mod own;
mod pace;
mod stops;
mod template;
mod typed;

pub use debit::{AgendaPosition, Debit, Giver};
pub use own::{AgendaFile, ShelvedAgenda, minutes};
pub use pace::Pace;
pub use stops::{Agenda, AgendaStop};
pub use template::{AgendaTemplate, CLOSE, SLACK, TEMPLATES, template};
pub use typed::{AgendaError, LONGEST, MOST_EXERCISES, in_words};
