use super::word_list::is_listed;

/// Words with which lists say that a cell holds nothing.
const NOTHING: &str = "[blank], (blank), blank, not reported, not provided, to be determined, redacted, n/a, na, n.a., none, nil, null, -, --, \u{2013}, \u{2014}, ?, tbd, t.b.d., tbc, unknown, not applicable, \
     not available, not known, keine, keine angabe, k.a., k. a., entfällt, unbekannt, offen, n.v.t., nvt, geen, \
     niet van toepassing, onbekend, aucun, aucune, s.o., sans objet, inconnu, nan";

/// Whether a cell says nothing: it is empty, or holds a word for nothing.
pub(in crate::import) fn says_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || (cell.len() <= 32 && is_listed(NOTHING, &cell.to_lowercase()))
}
