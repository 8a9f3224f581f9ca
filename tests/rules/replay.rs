//! Looking back: any moment of a session, search, comparison, branches, what is due, and the commands for all that.

mod branches;
mod commands;
mod compare;
mod law;
mod look;
mod markers;
mod narrative;
mod play;
mod privacy;
mod screen;
mod search;
mod stage;
mod story;
