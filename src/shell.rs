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
pub mod environment;
mod errands;
mod follow;
pub mod hub_following;
pub mod hub_joining;
mod hub_work;
pub mod importing;
mod input;
mod key_check;
mod keyboard;
pub mod looks;
pub mod open_sessions;
mod opening_files;
mod patience;
mod phones_work;
mod placed;
#[cfg(feature = "phones")]
mod printed_code;
mod progress;
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

pub use clipboard::clipboard_program;
pub use console::{ConsoleStart, run};
pub use effects::EffectRunner;
pub use key_check::check_keys;
pub use opening_files::no_desktop;
#[cfg(feature = "phones")]
pub use printed_code::print_code;
pub use progress::Progress;
pub use settings::StartSettings;
pub use terminal::{TerminalScreen, columns, size};
pub use theme_choice::ThemeChoice;
