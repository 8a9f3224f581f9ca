//! The minutes: one page of Markdown that a reader who was not there can understand the next day.
//!
//! Each section has a file with a function that returns its body, which may be empty; [`SECTIONS`] is their order. The
//! sections read [`Notes`], which hold only what the room may see: nothing private, nothing that was taken back, and no
//! name unless its owner asked for it.

mod carry;
mod commitments;
mod counts;
mod decisions;
mod disagreements;
mod effects;
mod judged;
mod last;
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

use std::fmt::Write as _;

use crate::exercise::{Blanks, Catalogue};
use crate::export::markdown::items;
use crate::export::report::SessionChapter;
use crate::graph::Ledger;
use crate::record::Session;
use notes::Notes;

/// A section of the minutes; it is left out when its body is empty.
struct MinutesSection {
    heading: &'static str,
    body: fn(&Notes<'_>) -> String,
    /// The singular and the plural of its items, for the summary at the top.
    items: Option<(&'static str, &'static str)>,
}

/// The headings of the sections that a report shows first.
pub(super) const DECISIONS: &str = "Decisions";
pub(super) const REFUSALS: &str = "What we will not do";
pub(super) const COMMITMENTS: &str = "Commitments";
pub(super) const QUESTIONS: &str = "Questions";

/// Every section, in order. Some are only filled by a session with a room, others only by one of a single person.
const SECTIONS: &[MinutesSection] = &[
    counted(DECISIONS, decisions::decisions, "decision", "decisions"),
    section("What was said", said::said),
    section("What shows on the map", judged::so),
    section("Left open on purpose", judged::left_open),
    section("Votes and rankings", counts::counts),
    section("Shown together", shown::shown),
    counted(
        "Disagreements left open",
        disagreements::disagreements,
        "disagreement left open",
        "disagreements left open",
    ),
    counted(QUESTIONS, questions::of_a_room, "question", "questions"),
    counted("Questions to carry", carry::questions, "question to carry", "questions to carry"),
    section("A message to send", carry::messages),
    counted(COMMITMENTS, commitments::commitments, "commitment", "commitments"),
    counted("Wishes", commitments::wishes, "wish", "wishes"),
    section(REFUSALS, decisions::refusals),
    section("What it means for whom", effects::effects),
    section("Watched from now on", watched::watched),
    counted("Parked", parked::parked, "thing parked", "things parked"),
    section("Not discussed", time::not_discussed),
    section("Time, planned and taken", time::spent),
];

const fn section(heading: &'static str, body: fn(&Notes<'_>) -> String) -> MinutesSection {
    MinutesSection { heading, body, items: None }
}

const fn counted(
    heading: &'static str,
    body: fn(&Notes<'_>) -> String,
    one: &'static str,
    many: &'static str,
) -> MinutesSection {
    MinutesSection { heading, body, items: Some((one, many)) }
}

/// The minutes of a session as one page of Markdown; the session may still be running.
///
/// `ledger` covers the session and those it builds on; `blanks` are the values for the blanks in the message of a step.
/// The page names units, and a person only where the record holds a name. It has no control characters, no HTML and no
/// links.
pub fn minutes_markdown(session: &Session, ledger: &Ledger, catalogue: &Catalogue, blanks: &Blanks) -> String {
    let notes = Notes::new(session, ledger, catalogue, blanks);
    let mut page = opening::opening(&notes);
    if notes.is_empty() {
        page.push_str(NOTHING);
        return page;
    }
    let written = written(&notes);
    let glance = at_a_glance(&written);
    if !glance.is_empty() {
        let _ = write!(page, "\n**At a glance**: {glance}\n");
    }
    page.push_str(opening::how_to_read(&notes));
    page.extend(written.iter().map(|(section, body)| format!("\n## {}\n\n{body}", section.heading)));
    page
}

/// The minutes of a session in parts, for a report; the text is the same as in [`minutes_markdown`].
pub fn chapter(session: &Session, ledger: &Ledger, catalogue: &Catalogue, blanks: &Blanks) -> SessionChapter {
    let notes = Notes::new(session, ledger, catalogue, blanks);
    let written = if notes.is_empty() { Vec::new() } else { written(&notes) };
    SessionChapter {
        title: session.title().to_owned(),
        about: opening::about(&notes),
        glance: at_a_glance(&written),
        how_to_read: if written.is_empty() { NOTHING } else { opening::how_to_read(&notes) }.trim().to_owned(),
        sections: written.into_iter().map(|(section, body)| (section.heading, body)).collect(),
    }
}

const NOTHING: &str = "\nNothing has been noted for the room in this session so far.\n";

/// The sections that are not empty.
fn written(notes: &Notes<'_>) -> Vec<(&'static MinutesSection, String)> {
    let written = SECTIONS.iter().map(|section| (section, (section.body)(notes)));
    written.filter(|(_, body)| !body.is_empty()).collect()
}

/// The numbers of items in the sections, such as "1 decision, 2 questions".
fn at_a_glance(written: &[(&MinutesSection, String)]) -> String {
    let counts = written.iter().filter_map(|(section, body)| {
        let (one, many) = section.items?;
        let count = items(body);
        Some(format!("{count} {}", if count == 1 { one } else { many }))
    });
    counts.collect::<Vec<_>>().join(", ")
}
