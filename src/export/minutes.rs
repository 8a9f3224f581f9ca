//! The minutes: one page in Markdown that still makes sense the next day, to somebody who was not there.
//!
//! Each section is a file and answers with its body, or with nothing; [`SECTIONS`] is their order. What they know comes
//! from [`Notes`], which holds only what the room may see: nothing private, nothing taken back, nobody named who did
//! not ask for it.

mod carry;
mod commitments;
mod counts;
mod decisions;
mod disagreements;
mod effects;
mod matter;
mod notes;
mod opening;
mod parked;
mod parties;
mod questions;
mod said;
mod shown;
mod time;
mod watched;

use crate::exercise::{Blanks, Catalogue};
use crate::graph::Ledger;
use crate::record::Session;
use notes::Notes;

/// A heading, and what stands under it; nothing under it leaves it out.
type Section = (&'static str, fn(&Notes<'_>) -> String);

/// Every section, in order. Which of those for a room and for one person have something to say depends on the session.
const SECTIONS: &[Section] = &[
    ("Decisions", decisions::decisions),
    ("What was said", said::said),
    ("Votes and rankings", counts::counts),
    ("Shown together", shown::shown),
    ("Disagreements left open", disagreements::disagreements),
    ("Questions", questions::of_a_room),
    ("Questions to carry", carry::questions),
    ("A message to send", carry::messages),
    ("Commitments", commitments::commitments),
    ("Wishes", commitments::wishes),
    ("What we will not do", decisions::refusals),
    ("What it means for whom", effects::effects),
    ("Watched from now on", watched::watched),
    ("Parked", parked::parked),
    ("Kept as typed", said::scraps),
    ("Not discussed", time::not_discussed),
    ("Time", time::spent),
];

/// A session as one page of Markdown, at any moment of it.
///
/// `ledger` is what the session and those it builds on add up to; `blanks` fill the message of a step that has one.
/// Names units, and a person only where the record holds a name; free of control characters, of raw HTML and of links.
pub fn minutes(session: &Session, ledger: &Ledger, catalogue: &Catalogue, blanks: &Blanks) -> String {
    let notes = Notes::new(session, ledger, catalogue, blanks);
    let opening = opening::opening(&notes);
    if notes.is_empty() {
        return format!("{opening}\nNothing has been noted for the room in this session so far.\n");
    }
    let sections = SECTIONS.iter().filter_map(|(heading, body)| {
        let body = body(&notes);
        (!body.is_empty()).then(|| format!("\n## {heading}\n\n{body}"))
    });
    std::iter::once(opening).chain(sections).collect()
}
