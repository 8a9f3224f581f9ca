use super::dates::DateCell;
use super::word_list::is_listed;
use crate::import::words::person::is_address;

/// Words with which lists say that a cell holds nothing.
const NOTHING: &str = "[blank], (blank), blank, not reported, not provided, to be determined, redacted, n/a, na, n.a., none, nil, null, -, --, \u{2013}, \u{2014}, ?, tbd, t.b.d., tbc, unknown, not applicable, \
     not available, not known, keine, keine angabe, k.a., k. a., entfällt, unbekannt, offen, n.v.t., nvt, geen, \
     niet van toepassing, onbekend, aucun, aucune, s.o., sans objet, inconnu, nan";

/// Whether a cell says nothing: it is empty, or holds a word for nothing.
pub(super) fn says_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || (cell.len() <= 32 && is_listed(NOTHING, &cell.to_lowercase()))
}

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
