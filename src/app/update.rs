//! The effect of each message on the model.

mod alt;
mod dispatch;
mod keys;
mod opening;
mod paste;
mod saved;

pub use dispatch::update;
