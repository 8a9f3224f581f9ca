//! Answers without names: collected where nobody sees them, reviewed by the facilitator, and shown together.

mod begin;
pub(super) mod collect;
mod entry;
mod keys;
mod queue;
mod reveal;
mod rules;
mod save;
mod stray;

pub(super) use entry::take_up_again;
pub(super) use keys::{give, paste, press};
pub use queue::QueueView;
pub use rules::only_counts;
pub(super) use rules::{no_slip, unnamed_text};
pub(super) use save::{not_saved, save_changed, saved, turned};
pub use stray::StrayView;
