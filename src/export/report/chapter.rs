use jiff::civil::Date;

use crate::export::calendar::{DuePromise, SettledEarlier};
use crate::lens::SessionPlots;

/// One session in a report. The title is plain text; all other texts are Markdown without HTML and links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionChapter {
    /// The title of the session, as it was typed.
    pub title: String,
    /// The day, the length, and the units that took part.
    pub about: String,
    /// The numbers of decisions, questions and other items.
    pub glance: String,
    /// The introduction for a reader who did not take part.
    pub how_to_read: String,
    /// The open promises that are due on a day.
    pub promises: Vec<DuePromise>,
    /// What it states about promises of earlier sessions.
    pub settles: Vec<SettledEarlier>,
    /// The sections of its minutes, each with its heading and body.
    pub sections: Vec<(&'static str, String)>,
    /// What a letter to people who were not there needs besides.
    pub letter: LetterParts,
    /// What plots show of it, as others may read it.
    pub plots: SessionPlots,
}

/// What a letter about a session says that its minutes do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterParts {
    /// Who met, when and for how long, as a sentence; empty under neutral names.
    pub met: String,
    /// The day of the session; `None` under neutral names.
    pub day: Option<Date>,
    /// Whether the session is that of a single person.
    pub alone: bool,
    /// Whether it is an import: a file was read, and nobody met.
    pub imported: bool,
    /// The questions that are still open, each with the party that it mentions.
    pub questions: Vec<(Option<String>, String)>,
    /// What was promised to be told to a party, or is meant for it, in the words of the room.
    pub meanings: Vec<(Option<String>, String)>,
}

impl SessionChapter {
    /// The body of the section with this heading; `None` if the chapter has no such section.
    pub(in crate::export) fn section(&self, heading: &str) -> Option<&str> {
        self.sections.iter().find(|(known, _)| *known == heading).map(|(_, body)| body.as_str())
    }
}
