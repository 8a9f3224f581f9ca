//! The minutes: one page of Markdown that a reader who was not there can understand the next day.
//!
//! Each section has a file with a function that returns its body, which may be empty; [`SECTIONS`] is their order. The
//! sections read [`Notes`], which hold only what the room may see: nothing private, nothing that was taken back, and no
//! name unless its owner asked for it.

mod alone;
mod carry;
mod commitments;
mod counts;
mod decisions;
mod disagreements;
mod effects;
mod imported;
mod last;
mod learned;
mod map;
mod matter;
mod mentions;
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
use crate::export::changes::{changes, what_follows};
use crate::export::format::{ExportFormat, TO_READ};
use crate::export::markdown::{foreign, items};
use crate::export::material::Material;
use crate::export::report::{LetterParts, SessionChapter};
use crate::graph::Ledger;
use crate::lens::SessionPlots;
use crate::record::Session;
use notes::Notes;

pub use alone::page_of_one;

/// A section of the minutes; it is left out when its body is empty.
#[derive(Clone, Copy)]
struct MinutesSection {
    heading: &'static str,
    /// The heading in the minutes of a single person, who is addressed as "you"; the same heading if `None`.
    alone: Option<&'static str>,
    /// The heading under which the section stands together with its neighbours of the same group.
    group: Option<&'static str>,
    body: fn(&Notes<'_>) -> String,
    /// The singular and the plural of its items, for the summary at the top.
    items: Option<(&'static str, &'static str)>,
}

/// The headings of the sections on the first page.
pub(super) const DECISIONS: &str = "Decisions";
pub(super) const REFUSALS: &str = "What we will not do";
pub(super) const REFUSALS_ALONE: &str = "What you will not do";
pub(super) const COMMITMENTS: &str = "Commitments";
pub(super) const LEARNED: &str = "What we learned";
pub(super) const LEARNED_ALONE: &str = "What you learned";
pub(super) const OPEN: &str = "What stays open";

/// The heading of the section that a report replaces by the drawn map.
pub(super) const MAP: &str = "The map";

/// Every section, in order; those up to what stays open are the first page. Some are only filled by a session with a
/// room, others only by one of a single person.
const SECTIONS: &[MinutesSection] = &[
    counted(DECISIONS, decisions::decisions, "decision", "decisions"),
    MinutesSection { alone: Some(REFUSALS_ALONE), ..section(REFUSALS, decisions::refusals) },
    counted(COMMITMENTS, commitments::commitments, "commitment", "commitments"),
    MinutesSection { alone: Some(LEARNED_ALONE), ..section(LEARNED, learned::learned) },
    open(counted("Questions", questions::of_a_room, "question", "questions")),
    open(counted("Questions to carry", carry::questions, "question to carry", "questions to carry")),
    open(counted(
        "Disagreements left open",
        disagreements::disagreements,
        "disagreement left open",
        "disagreements left open",
    )),
    open(section("Left open on purpose", learned::left_open)),
    open(counted("Wishes", commitments::wishes, "wish", "wishes")),
    open(counted("Parked", parked::parked, "thing parked", "things parked")),
    section("A message to send", carry::messages),
    section("What it means for whom", effects::effects),
    section("Watched from now on", watched::watched),
    section("What was imported", imported::imported),
    section(MAP, map::map),
    section("What was said", said::said),
    section("Votes and rankings", counts::counts),
    section("Shown together", shown::shown),
    section("Not discussed", time::not_discussed),
    section("Time, planned and taken", time::spent),
];

const fn section(heading: &'static str, body: fn(&Notes<'_>) -> String) -> MinutesSection {
    MinutesSection { heading, alone: None, group: None, body, items: None }
}

const fn counted(
    heading: &'static str,
    body: fn(&Notes<'_>) -> String,
    one: &'static str,
    many: &'static str,
) -> MinutesSection {
    MinutesSection { items: Some((one, many)), ..section(heading, body) }
}

/// A section of what stays open.
const fn open(section: MinutesSection) -> MinutesSection {
    MinutesSection { group: Some(OPEN), ..section }
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
    page.extend(grouped(&notes, written).into_iter().map(|(heading, body)| format!("\n## {heading}\n\n{body}")));
    page
}

/// The entry of the minutes in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    tells_sessions: true,
    ..ExportFormat::map("minutes", "The minutes as Markdown, a page for each session", TO_READ, "md", pages)
};

/// The minutes of all sessions, one page after the other. Without sessions, and under neutral names, where a session
/// tells little, the map is a page of its own.
fn pages(material: &Material<'_>) -> String {
    let mut pages: Vec<String> = material.chapters.iter().map(page_of).collect();
    if material.chapters.iter().all(|chapter| chapter.letter.day.is_none()) {
        let map = [changes(material.graph), what_follows(material.graph)];
        let map: Vec<String> = map.into_iter().filter(|part| !part.is_empty()).collect();
        pages.push(format!("# {}\n\n{}", foreign(material.title), map.join("\n")));
    }
    pages.join("\n---\n\n")
}

/// The minutes of a session from its parts; the text is the same as in [`minutes_markdown`].
fn page_of(chapter: &SessionChapter) -> String {
    let title = opening::title(&chapter.title);
    let glance = if chapter.glance.is_empty() { String::new() } else { format!("**At a glance**: {}", chapter.glance) };
    let head = [format!("# {title}"), chapter.about.clone(), glance, chapter.how_to_read.clone()];
    let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
    let sections = chapter.sections.iter().map(|(heading, body)| format!("\n## {heading}\n\n{body}"));
    format!("{}\n{}", head.join("\n\n"), sections.collect::<String>())
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
        sections: grouped(&notes, written),
        promises: commitments::due(&notes),
        settles: commitments::settles(&notes),
        letter: LetterParts {
            met: opening::met(&notes),
            day: Some(notes.opened()),
            alone: notes.is_solo(),
            imported: notes.is_import(),
            questions: questions::still_open(&notes),
            meanings: effects::meanings(&notes),
        },
        plots: SessionPlots::of(session, notes.graph()).for_others(),
    }
}

const NOTHING: &str = "\nNothing has been noted for the room in this session so far.\n";

/// The sections that are not empty.
fn written(notes: &Notes<'_>) -> Vec<(&'static MinutesSection, String)> {
    let written = SECTIONS.iter().map(|section| (section, (section.body)(notes)));
    written.filter(|(_, body)| !body.is_empty()).collect()
}

/// The sections with their headings; neighbours of one group become one section, with headings one level lower.
fn grouped(notes: &Notes<'_>, written: Vec<(&MinutesSection, String)>) -> Vec<(&'static str, String)> {
    let mut sections: Vec<(&'static str, String)> = Vec::new();
    for (section, body) in written {
        let heading = section.alone.filter(|_| notes.is_solo()).unwrap_or(section.heading);
        let Some(group) = section.group else {
            sections.push((heading, body));
            continue;
        };
        let part = format!("### {heading}\n\n{body}");
        match sections.last_mut().filter(|(known, _)| *known == group) {
            Some((_, parts)) => *parts = format!("{parts}\n{part}"),
            None => sections.push((group, part)),
        }
    }
    sections
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
