//! What other programs leave in a workspace that they sync: a cloud folder, a network share, version control.
//!
//! Nothing here is trusted or changed: the files are recognised and named, so that nobody takes a half of a workspace
//! for the whole.

mod absent;
mod fault;
mod find;
mod leftover;
mod maker;
mod people;
mod session_text;
mod tables;

pub use fault::SyncFault;
pub(super) use leftover::{elsewhere_named_in, is_elsewhere_named};
pub(super) use maker::maker_beside;
pub use session_text::sync_fault;
