//! Opens sessions of a workspace for the console and the commands: the file, and the sessions that a session builds on.

mod adopting;
mod agendas;
mod before;
mod known;
mod opening;
mod past;
mod shared;
mod tables;
mod titles;

pub use adopting::adopt;
pub(super) use agendas::agenda_chore;
pub use agendas::{agendas, as_started};
pub use before::{base, story};
pub use known::{catalogue, everybody, known, own_words, removed, searched};
pub(super) use opening::on_top;
pub use opening::{branch, create, draft, look_back, open, part, read, rehearse};
pub use past::{PastSessions, chapters, compared, in_order, plots_of, title_of};
pub use shared::{add_up, shared, survey};
pub use tables::{BegunGathering, begin_gathering, gathering, look_at_tables};
pub use titles::retitle;
