//! The replay screen: one moment of a session, everything as it stood then, and the ways to another moment.

mod ask;
mod chore;
mod leap;
mod order;
mod plan;
mod scale;
mod scene;
mod search;
mod showing;
mod side_panel;
mod source;
mod view;

pub use ask::{Ask, Asking};
pub use chore::{ReplayChore, ReplayReport};
pub use leap::Leap;
pub use order::{Changes, CompareOrder, ScanOrder, Scanned};
pub use plan::PlanRow;
pub use scale::Scale;
pub use scene::{Said, Scene};
pub use search::Search;
pub use showing::Showing;
pub use side_panel::SidePanel;
pub use view::ReplayView;
