//! The console without a terminal and without a disk: keys in, screens and events out.

mod keyboard;
mod lines;
mod screens;
