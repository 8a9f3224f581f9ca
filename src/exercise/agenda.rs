//! An agenda for a session: which exercises, how long, and the walk through their steps.

mod pace;
mod stops;
mod template;
mod typed;

pub use pace::{CatchUp, Pace};
pub use stops::{Agenda, AgendaStop};
pub use template::{AgendaTemplate, CLOSE, SLACK, TEMPLATES, template};
pub use typed::{AgendaError, LONGEST, MOST_EXERCISES, in_words};
