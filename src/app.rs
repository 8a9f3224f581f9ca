//! The console without a terminal: a [`Model`], what can happen to it ([`Msg`]), and the one function that lets it
//! happen ([`update()`]), which answers with chores for the shell ([`Effect`]).

mod agenda;
mod binding;
mod command;
mod commands;
mod door;
mod effect;
mod entry;
mod errands;
mod findings;
mod first_agendas;
mod help;
mod home;
pub mod hub;
mod importing;
mod key;
mod key_check;
mod key_name;
mod key_texts;
mod keyboard;
mod leave;
mod live_picture;
pub mod map;
mod mirror;
mod model;
mod moved_key;
mod msg;
mod new_session;
mod offers;
mod open_session;
mod palette;
pub mod phones;
pub mod plots;
mod pointer;
mod poll;
mod popup_help;
mod private;
mod questions;
mod recording;
pub mod replay;
pub mod room;
mod round;
mod run;
mod said;
mod screen;
mod settings;
mod setup;
mod sheet;
mod surveys;
pub mod tables;
mod time;
mod tour;
mod tray;
mod update;

pub use agenda::{AgendaChore, AgendaReport, LineTimes, line_times};
pub use binding::{BindingError, KeyBinding, RefusedBinding};
pub use commands::commands;
pub use effect::{Effect, Noted};
pub use entry::Entry;
pub use errands::{ErrandChore, ErrandReport, OpenMatter, OpenMatterSort, TakeAwayView};
pub use findings::{FindingFilter, FindingsView, Insight, Snapshot, WorkspaceReading};
pub use first_agendas::FirstAgendas;
pub use home::{Home, HomeChoice, KnownSession};
pub use importing::{
    ChangeSort, EarlierEdition, EditionChange, FolderName, ImportChore, ImportOrder, ImportPreview, ImportReport,
    ImportView, Importing, typed_files,
};
pub use key::{Code, KeyPress};
pub use key_check::KeyCheck;
pub use key_name::KeyNameError;
pub use keyboard::{Keyboard, KeyboardHost};
pub use leave::{After, LeaveView};
pub use live_picture::{FinishedPicture, LayoutOrder, LivePicture, Picture, PictureDraft, PictureScreen};
pub use map::MapView;
pub use mirror::{AnswerRow, AnswerSaving, AssessChore, AssessReport, AssessView, EndRow, FrontRow, Page, Whose};
pub use model::{CommandRow, Commands, Model, Popup, Then};
pub use msg::Msg;
pub use new_session::NewSession;
pub use offers::{LastOffers, OffersWaiting, could_be};
pub use open_session::OpenSession;
pub use pointer::{Pointer, PointerTarget, Scrolled};
pub use private::{Confidence, OwnNotes, bar_over, veiled};
pub use recording::{CurrentPrompt, LineContext, Recording, Walked, default_agenda};
pub use replay::{ReplayChore, ReplayReport, ReplayView, origin_in_words};
pub use room::{Legibility, legibility};
pub use round::{QueueView, StrayView, only_counts};
pub use run::{
    Captured, Coach, Fixing, Guidance, InView, LastSaid, MendedBy, Mending, OnceWritten, Panel, PastedLine, Run,
    SaidLines, SavingQueue, SharedScreen, Todo, TypedLine, UnnamedAnswers, Unsaved, WorkedOut,
};
pub use said::{LINE_ACTIONS, LineAction};
pub use screen::{Notice, Screen, Tone};
pub use settings::Settings;
pub use setup::{Begun, ListedPerson, Setup, SetupStage, languages_of_locale, names_of, people_on, read_person};
pub use sheet::{EntryPlace, Overflow, Sheet, SheetCell, SheetEntry, SheetPart};
pub use surveys::{SurveyArrival, SurveysChore, SurveysReport};
pub use time::{TimeView, drift_in_words, end_in_words, pace_in_words};
pub use tour::{TOUR, Tour, TourGoal, TourSight, TourStep};
pub use tray::{ComparedNames, NamesAlike, NamesSnapshot, Tray};
pub use update::update;
