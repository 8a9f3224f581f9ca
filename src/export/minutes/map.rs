use super::notes::Notes;
use crate::export::changes::{changes, said_alone, said_changes, what_follows};
use crate::record::SessionKind;

/// Every change with what was said of it, also one without effects; below them, what follows from there. What only
/// imported files state is left out. Empty for notes between sessions that draw no arrow.
pub(super) fn map(notes: &Notes<'_>) -> String {
    if notes.session.header().kind == SessionKind::Desk && notes.graph().links().next().is_none() {
        return String::new();
    }
    let (changes, following) = if notes.is_import() {
        (changes(notes.graph()), what_follows(notes.graph()))
    } else {
        let said = said_alone(notes.graph());
        (said_changes(&said), what_follows(&said))
    };
    match (changes.is_empty(), following.is_empty()) {
        (_, true) => changes,
        (true, false) => following,
        (false, false) => format!("{changes}\nWhat follows from there:\n\n{following}"),
    }
}
