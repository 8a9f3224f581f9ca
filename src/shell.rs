//! The only room with threads, a clock and a terminal: performs Effects and sends Msgs back.

pub mod assessing;
mod board;
mod bringing_in;
pub mod cast;
mod clipboard;
mod console;
pub mod desk;
mod drafting;
mod effects;
mod errands;
mod follow;
pub mod hub_following;
pub mod hub_joining;
mod hub_work;
pub mod importing;
mod input;
mod keyboard;
pub mod looks;
pub mod open_sessions;
mod phones_work;
mod placed;
#[cfg(feature = "phones")]
mod printed_code;
mod question;
mod random;
mod replaying;
pub mod room;
mod settings;
pub mod surveys;
mod terminal;
mod theme_choice;
mod working;
pub mod zone;

pub use console::{ConsoleStart, run};
pub use effects::EffectRunner;
#[cfg(feature = "phones")]
pub use printed_code::print_code;
pub use settings::StartSettings;
pub use terminal::{TerminalScreen, columns};
pub use theme_choice::ThemeChoice;
