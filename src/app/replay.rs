//! The replay screen: the state of a session at one of its moments, and the keys to other moments.

mod agenda;
mod ask;
mod asking;
mod changes;
mod chore;
pub(super) mod commands;
mod keys;
mod leap;
mod open;
mod order;
mod reports;
mod scale;
mod scanning;
mod scene;
mod search;
pub(super) mod searching;
mod showing;
mod side_panel;
mod source;
mod view;

pub use agenda::AgendaTimeRow;
pub use ask::{Ask, Asking};
pub(super) use asking::{is_asking, paste, press as answer};
pub use chore::{ReplayChore, ReplayReport};
pub(super) use keys::press;
pub use leap::Leap;
pub(super) use open::from_home;
pub use order::{Changes, CompareOrder, ScanOrder, Scanned};
pub(super) use reports::{grown, idle, reported, tick};
pub use scale::Scale;
pub use scene::{ReplayLine, ReplayScene};
pub use search::Search;
pub use showing::Showing;
pub use side_panel::SidePanel;
pub use view::ReplayView;
