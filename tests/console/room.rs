//! The audience screen: what it shows, how it looks, and what it never shows.

mod clocks;
mod keys;
mod largest;
mod lines;
mod private;
mod screens;
mod show;
mod shown;
mod stage;
mod standing;
