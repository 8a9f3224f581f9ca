//! The console without a terminal: a [`Model`], what can happen to it ([`Msg`]), and the one function that lets it
//! happen ([`update()`]), which answers with chores for the shell ([`Effect`]).

mod agenda_rows;
mod assess;
mod captured;
mod coach;
mod command;
mod confidence;
mod entry;
pub mod follow_up;
mod guidance;
mod home;
mod insight;
mod key;
mod layer;
pub mod map;
mod model;
mod msg;
pub mod people;
pub mod practice;
mod recording;
pub mod replaying;
pub mod room;
mod run;
mod tray;
mod update;

pub use agenda_rows::{AgendaRow, agenda_rows};
pub use assess::{AnswerRow, AssessChore, AssessReport, AssessView, EndRow, FrontRow, Page, Whose};
pub use captured::Captured;
pub use coach::Coach;
pub use command::{COMMANDS, Command, CommandRow, command_for, commands_on};
pub use confidence::Confidence;
pub use entry::Entry;
pub use guidance::Guidance;
pub use home::{Choice, Home};
pub use insight::{Insight, Snapshot};
pub use key::{Code, Key};
pub use layer::{AgendaView, FindingsView, Layer, Palette, Queue, Setup, SetupStage};
pub use map::MapView;
pub use model::{Model, Notice, Screen, Tone};
pub use msg::{Effect, Known, Msg, NewSession, Noted, OpenSession, Settings};
pub use recording::{Asked, Recording, Walked, default_plan};
pub use replaying::{ReplayChore, ReplayReport, ReplayView};
pub use room::{Legibility, legibility};
pub use run::{InView, Panel, Run, Todo};
pub use tray::{Side, Tray, side};
pub use update::{TIME_ROWS, covers_answers, only_counts, room_views, update, waits};
