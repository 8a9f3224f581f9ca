//! Imports: files of other tools are asked for, read, shown with what each of their parts is taken for, and recorded as
//! one session once somebody has seen what would come in.

mod addresses;
mod chore;
mod counts;
mod done;
mod files;
mod page;
mod pages;
mod popup;
mod preview;
mod reading;
mod reports;
mod role_words;
mod state;
mod titled;
mod typed_paths;

pub use chore::{
    ChangeSort, EarlierEdition, EditionChange, FolderName, ImportChore, ImportOrder, ImportPreview, ImportReport,
};
pub(super) use done::open;
pub use popup::ImportView;
pub(super) use popup::{COMMANDS, dragged, look_for_files, read, show, typed_with_files};
pub(super) use reports::reported;
pub use state::Importing;
pub(super) use typed_paths::is_path;
pub use typed_paths::typed_files;
