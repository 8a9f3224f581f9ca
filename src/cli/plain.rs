//! The console without a screen: line by line, for screen readers, pipes and scripts.

mod console;
mod session;
mod steps;
mod word;

pub(super) use console::PlainConsole;
