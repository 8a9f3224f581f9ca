//! The home screen: one question, and the sessions that can be continued, started, tried or replayed.

mod begin;
mod keys;
mod list;
pub(super) mod tidying;

pub(super) use begin::{UNTITLED, about, alone};
pub(super) use keys::{listed, looked_for, press};
pub use list::{Home, HomeChoice, KnownSession};
pub(super) use tidying::{listed_removed, nothing_chosen};
