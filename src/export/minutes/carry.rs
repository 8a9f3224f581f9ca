use super::notes::Notes;
use super::questions::{asked, by_party};
use crate::exercise::fill;
use crate::export::markdown::foreign;

/// What one person alone takes away: whom to ask what.
pub(super) fn questions(notes: &Notes<'_>) -> String {
    if notes.is_solo() { by_party(notes, asked(notes)) } else { String::new() }
}

/// The messages of the steps that were walked and have one, ready to copy.
pub(super) fn messages(notes: &Notes<'_>) -> String {
    let steps = notes.session.visited().iter().filter_map(|id| notes.step(id));
    let messages = steps.filter_map(|step| step.message.as_deref()).map(|message| {
        let lines = fill(message, notes.blanks);
        let lines = lines.lines().map(foreign).filter(|line| !line.is_empty());
        lines.map(|line| format!("> {line}\n")).collect::<Vec<_>>().join(">\n")
    });
    messages.collect::<Vec<_>>().join("\n")
}
