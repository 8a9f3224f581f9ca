use std::collections::BTreeSet;
use std::sync::Arc;

use super::chore::{FolderName, ImportOrder, ImportPreview};
use super::counts::ImportCounts;
use crate::app::entry::Entry;
use crate::import::ImportMapping;

/// An import, from the question for its files to what came in.
#[derive(Clone, Debug, Default)]
pub struct Importing {
    /// What is shown.
    pub(super) stage: ImportStage,
    /// The question for the files.
    pub(super) files: FilesAsked,
    /// The number of the last order; reports about earlier ones are not for this import any more.
    pub(super) number: u64,
    /// Whether the shell is at work on the last order.
    pub(super) works: bool,
    /// How far it is: so many items of so many.
    pub(super) progress: Option<(usize, usize)>,
    /// What would come in, as of the last reading.
    pub(super) preview: Option<Arc<ImportPreview>>,
    /// What the parts of the files are taken for, with what was changed since the last reading.
    pub(super) mapping: ImportMapping,
    /// Whether the files are a source of their own, although they look like a newer edition of an earlier import.
    pub(super) another: bool,
    /// Why the files cannot be read with this mapping; `None` where they can.
    pub(super) wrong: Option<String>,
    /// What would come in, in numbers, without what is left out.
    pub(super) counts: ImportCounts,
    /// What is looked at in the preview.
    pub(super) looks: PreviewLooks,
    /// The title of the session and of the mapping, while it is typed.
    pub(super) title: Entry,
}

/// What an import shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ImportStage {
    /// The question for the files.
    #[default]
    Files,
    /// The first reading.
    Reading,
    /// What would come in.
    Preview,
    /// The question for the title.
    Title,
    /// What comes in is being recorded.
    Recording,
}

/// The question for the files of an import.
#[derive(Clone, Debug, Default)]
pub(super) struct FilesAsked {
    /// The line.
    pub(super) line: Entry,
    /// The folder whose names are listed, as typed; `None` before any was listed.
    pub(super) folder: Option<String>,
    /// The names in the folder.
    pub(super) names: Vec<FolderName>,
    /// Whether a name is to be completed as soon as the names of its folder are listed.
    pub(super) completes: bool,
    /// The row under the cursor among the names that begin as typed; `None` while the cursor is in the line.
    pub(super) row: Option<usize>,
}

/// What is looked at in the preview.
#[derive(Clone, Debug, Default)]
pub(super) struct PreviewLooks {
    /// The page.
    pub(super) page: PreviewPage,
    /// The column under the cursor.
    pub(super) column: usize,
    /// The first row of the table that is shown.
    pub(super) table_row: usize,
    /// The row under the cursor on the page of kinds.
    pub(super) kind_row: usize,
    /// The row under the cursor on the page of things.
    pub(super) thing_row: usize,
    /// The row under the cursor on the page of changes.
    pub(super) change_row: usize,
    /// The row under the cursor on the page of remarks.
    pub(super) remark_row: usize,
    /// What the names of the listed things hold.
    pub(super) filter: Entry,
    /// Whether a name is being typed, so that a space belongs to it.
    pub(super) types: bool,
    /// The row under the cursor in the open list of choices; `None` while none is open.
    pub(super) choosing: Option<usize>,
}

/// A page of the preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PreviewPage {
    /// What would come in, in numbers.
    #[default]
    Overview,
    /// The first rows of a table, with what each column is taken for.
    Columns,
    /// What the words of the files mean: the kinds of things, statuses, days, groups and links.
    Kinds,
    /// What a newer edition changes in what an earlier one left.
    Changes,
    /// Every thing, each of which can be left out.
    Things,
    /// What was left out or is not clear.
    Remarks,
}

impl Importing {
    /// Returns the next order for these files: to read or to record them with the mapping.
    pub(super) fn order(&mut self, mapping: Option<ImportMapping>) -> ImportOrder {
        self.number += 1;
        self.works = true;
        self.progress = None;
        ImportOrder { number: self.number, typed: self.files.line.text().to_owned(), mapping, another: self.another }
    }

    /// Whether a report with this number is about the last order.
    pub(super) const fn waits_for(&self, number: u64) -> bool {
        self.works && self.number == number
    }

    /// Returns the keys of what is left out.
    pub(super) fn left_out(&self) -> BTreeSet<&str> {
        self.mapping.left_out.iter().map(String::as_str).collect()
    }
}

impl PreviewPage {
    /// Every page, from left to right.
    const ALL: [Self; 6] = [Self::Overview, Self::Changes, Self::Columns, Self::Kinds, Self::Things, Self::Remarks];

    /// Returns the pages of a preview: only a table has columns, and only a newer edition has changes.
    pub(super) fn of(preview: &ImportPreview) -> impl Iterator<Item = Self> {
        let (is_table, is_newer) = (preview.table.is_some(), preview.earlier.is_some());
        Self::ALL.into_iter().filter(move |page| match page {
            Self::Columns => is_table,
            Self::Changes => is_newer,
            _ => true,
        })
    }

    /// Returns the page behind this one, or before it; the last is followed by the first.
    pub(super) fn next(self, preview: &ImportPreview, forward: bool) -> Self {
        let pages: Vec<Self> = Self::of(preview).collect();
        let here = pages.iter().position(|page| *page == self).unwrap_or_default();
        let step = if forward { 1 } else { pages.len().saturating_sub(1) };
        pages.get((here + step) % pages.len().max(1)).copied().unwrap_or_default()
    }

    /// Returns the name of the page.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Overview => "what comes in",
            Self::Changes => "changes",
            Self::Columns => "columns",
            Self::Kinds => "meanings",
            Self::Things => "things",
            Self::Remarks => "remarks",
        }
    }
}
