//! The mirror as somebody alone uses it: keys and lines in, screens, pages and a private file out.

mod answering;
mod commands;
mod opinions;
mod privacy;
mod resuming;
mod screens;
mod sharing;
mod stage;
mod training;
