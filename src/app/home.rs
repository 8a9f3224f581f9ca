//! The home screen: one question, and what can be continued, started, tried and looked back at.

mod begin;
mod keys;
mod list;

pub(super) use begin::{UNTITLED, about, alone};
pub(super) use keys::{listed, press};
pub use list::{Home, HomeChoice, KnownSession};
