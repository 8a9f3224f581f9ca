//! The self-assessment screen: one person reviews how they lead, now and over the years.

mod ask;
mod chore;
pub(super) mod keys;
mod leave;
mod page;
mod pages;
mod reports;
mod rows;
mod train;
mod turn;
mod view;

pub use chore::{AssessChore, AssessReport};
pub(super) use keys::{open, paste, press};
pub(super) use leave::{home, stash};
pub use page::{AnswerRow, EndRow, FrontRow, Page};
pub(super) use reports::{goes, reported, waits};
pub use view::{AnswerSaving, AssessView, Whose};
