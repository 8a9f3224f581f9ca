//! The console without a screen, which reads and prints line by line, for screen readers, pipes and scripts.

mod clock;
mod console;
mod help;
mod insight;
mod lines;
mod naming;
mod offers;
mod reach;
mod session;
mod shown;
mod steps;
mod tour;
mod word;

#[cfg(test)]
mod tests;

pub(super) use console::PlainConsole;
