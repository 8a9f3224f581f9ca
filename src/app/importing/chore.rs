use std::sync::Arc;

use crate::import::{ImportFormat, ImportMapping, ImportedMap, SourcePlace, TableView};
use crate::record::SessionId;

/// A chore about files of other tools.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportChore {
    /// List the names in a folder as typed, empty for the current one; then send [`ImportReport::Names`].
    Names(String),
    /// Find out whether every file of a typed line is there; then send [`ImportReport::Found`].
    Find(String),
    /// Read files in a thread, send [`ImportReport::Progress`] meanwhile, then [`ImportReport::Read`] or
    /// [`ImportReport::Refused`]. A later order stops the thread of an earlier one, which then sends nothing.
    Read(ImportOrder),
    /// Stop the reading. Nothing was recorded.
    Stop,
    /// Record what the files state as one session, and save the mapping, in a thread; then send [`ImportReport::Done`] or
    /// [`ImportReport::Refused`].
    Record(ImportOrder),
}

/// Files to read, and what their parts mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOrder {
    /// The number of the order, with which every report about it comes back.
    pub number: u64,
    /// The files, as typed or dragged into the line.
    pub typed: String,
    /// What their parts mean; `None` for what the workspace has saved for such files, or else a guess.
    pub mapping: Option<ImportMapping>,
    /// Whether the files are a source of their own, whatever they have in common with an earlier import.
    pub another: bool,
}

/// The report of a chore about files of other tools.
#[derive(Clone, Debug)]
pub enum ImportReport {
    /// The names in a folder, in order.
    Names {
        /// The folder as typed.
        folder: String,
        /// The names.
        names: Vec<FolderName>,
    },
    /// Whether a typed line is nothing but files that are there.
    Found {
        /// The line as typed.
        typed: String,
        /// Whether it is.
        is_there: bool,
    },
    /// How far the reading is: so many items of so many.
    Progress {
        /// The number of the order.
        number: u64,
        /// The items that are read.
        done: usize,
        /// All items.
        all: usize,
    },
    /// The files were read; nothing is recorded yet.
    Read {
        /// The number of the order.
        number: u64,
        /// What would come in.
        preview: Arc<ImportPreview>,
    },
    /// The files cannot be read, or were not recorded: one sentence with its place and what to do.
    Refused {
        /// The number of the order.
        number: u64,
        /// The sentence.
        says: String,
    },
    /// What the files state is recorded.
    Done {
        /// The number of the order.
        number: u64,
        /// The session.
        session: SessionId,
        /// One or two sentences about what came in.
        says: String,
    },
}

/// A name in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderName {
    /// The name.
    pub name: String,
    /// Whether it is that of a folder.
    pub is_folder: bool,
}

/// What files of another tool would bring in.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// The format of the files.
    pub format: &'static ImportFormat,
    /// The names of the files, without their folders.
    pub files: Vec<String>,
    /// What the parts of the files were taken for.
    pub mapping: ImportMapping,
    /// The title of the saved mapping that was used again; `None` for a guess, or for what was chosen here.
    pub reused: Option<String>,
    /// What the files state, with what the mapping leaves out.
    pub map: ImportedMap,
    /// The first rows of a table, with what its columns are taken for; `None` for any other format.
    pub table: Option<TableView>,
    /// Whether nothing comes in before somebody says which column of the table names its things.
    pub unnamed: bool,
    /// The session of an earlier edition of the files, and what would change in it; `None` for the first import.
    pub earlier: Option<EarlierEdition>,
    /// The title that the session would have.
    pub title: String,
    /// Whether the files were read as a source of their own, whatever they have in common with an earlier import.
    pub another: bool,
}

/// An earlier edition of the same files, which is in the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierEdition {
    /// The title of its session.
    pub title: String,
    /// What these files state otherwise, in their order, then what they no longer state.
    pub changes: Vec<EditionChange>,
}

/// What a newer edition of files states otherwise under one of their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionChange {
    /// What happened to it.
    pub sort: ChangeSort,
    /// Where the files state it; `None` for what is gone from them.
    pub place: Option<SourcePlace>,
    /// What it is about, in a few words: a label, or an arrow.
    pub title: String,
    /// What is stated otherwise than before, a few words each.
    pub differences: Vec<String>,
}

/// What happened to a part of files between two editions of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeSort {
    /// The earlier edition did not state it.
    New,
    /// It is stated otherwise.
    Changed,
    /// The files do not state it any more.
    Gone,
    /// It was gone from the files and stands in them again.
    Back,
}

impl ChangeSort {
    /// Every sort, in the order in which the changes are told.
    pub(super) const ALL: [Self; 4] = [Self::New, Self::Changed, Self::Gone, Self::Back];

    /// Returns the word for the sort.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Back => "back again",
        }
    }
}
