use super::notes::Notes;
use crate::export::changes::{changes, what_follows};
use crate::record::SessionKind;

/// Every change with what was said of it, also one without effects; below them, what follows from there. Empty for
/// notes between sessions that draw no arrow.
pub(super) fn map(notes: &Notes<'_>) -> String {
    if notes.session.header().kind == SessionKind::Desk && notes.graph().links().next().is_none() {
        return String::new();
    }
    let (changes, following) = (changes(notes.graph()), what_follows(notes.graph()));
    match (changes.is_empty(), following.is_empty()) {
        (_, true) => changes,
        (true, false) => following,
        (false, false) => format!("{changes}\nWhat follows from there:\n\n{following}"),
    }
}
