//! What each message does.

mod dispatch;
mod keys;
mod opening;
mod paste;
mod saved;

pub use dispatch::update;
