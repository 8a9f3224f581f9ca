//! The only room with threads, a clock and a terminal: performs Effects and sends Msgs back.

pub mod assessing;
pub mod cast;
mod console;
pub mod desk;
mod follow;
mod input;
mod performer;
mod random;
mod replaying;
pub mod room;
mod terminal;
pub mod workshop;
pub mod zone;

pub use console::{Start, run};
pub use performer::{Performer, settings_of};
pub use terminal::{Screen, columns};
