use super::dates::DateCell;
use crate::import::words::person::is_address;
use crate::import::words::word_list::is_listed;

/// Whether a cell of names says that there is none: `No`, `No data is used`, `N/A - not trained`; or only yes.
pub(super) fn denies(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    let first = lower.split([' ', ',', '.', ';', '-', ':']).next().unwrap_or_default();
    is_listed("no, not, none, n/a, nothing, kein, keine, geen, aucun, aucune", first)
        || is_listed("yes, true, ja, oui, y, false, nein, nee, non", &lower)
}

/// Whether a cell holds a text, and no number, day, yes or no, share or e-mail address.
pub(super) fn is_plain_text(cell: &str) -> bool {
    let cell = cell.trim();
    let is_number = !cell.contains(char::is_alphabetic);
    !is_number && !matches!(cell, "TRUE" | "FALSE") && !is_address(cell) && DateCell::of(cell) == DateCell::Nothing
}
