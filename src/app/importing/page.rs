//! What the pages of the preview share: the room they have, and lists that are longer than it.

use super::chore::ImportChore;
use super::counts::ImportCounts;
use super::state::Importing;
use crate::app::effect::Effect;
use crate::app::sheet::{SheetCell, SheetPart};
use crate::import::SourcePlace;
use crate::theme::Role;

/// The room that a page has.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageSpace {
    /// The width in cells.
    pub(super) width: u16,
    /// The number of lines.
    pub(super) lines: usize,
    /// Whether the room sees the screen.
    pub(super) shared: bool,
}

/// Reads the files again with the mapping as it is now.
pub(super) fn changed(importing: &mut Importing) -> Vec<Effect> {
    importing.wrong = None;
    if let Some(preview) = &importing.preview {
        importing.counts = ImportCounts::of(&preview.map, &importing.mapping);
    }
    let mapping = importing.mapping.clone();
    vec![Effect::Import(ImportChore::Read(importing.order(Some(mapping))))]
}

/// Returns the part of a list that fits, with the selected row in it.
pub(super) fn window(
    rows: usize,
    selected: usize,
    lines: usize,
    all: impl Iterator<Item = SheetPart>,
) -> Vec<SheetPart> {
    let first = (selected + 1).saturating_sub(lines).min(rows.saturating_sub(1));
    all.skip(first).take(lines).collect()
}

/// Returns a row of cells; the last one takes the width that is left.
pub(super) fn row(cells: impl IntoIterator<Item = (String, u16)>, role: Role) -> SheetPart {
    SheetPart::Cells(cells.into_iter().map(|(text, width)| SheetCell { text, width, role }).collect())
}

/// Returns a place without the name of its file; empty for the file as a whole.
pub(super) fn within(place: &SourcePlace) -> String {
    let whole = place.to_string();
    whole.strip_prefix(&*place.file).map_or(whole.as_str(), |rest| rest.trim_start_matches(", ")).to_owned()
}
