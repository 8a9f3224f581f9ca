//! The console without a screen, which reads and prints line by line, for screen readers, pipes and scripts.

mod console;
mod offers;
mod session;
mod steps;
mod tour;
mod word;

pub(super) use console::PlainConsole;
