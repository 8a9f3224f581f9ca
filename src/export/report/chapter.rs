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
    /// The sections of its minutes, each with its heading and body.
    pub sections: Vec<(&'static str, String)>,
}

impl SessionChapter {
    /// The body of the section with this heading; `None` if the chapter has no such section.
    pub(super) fn section(&self, heading: &str) -> Option<&str> {
        self.sections.iter().find(|(known, _)| *known == heading).map(|(_, body)| body.as_str())
    }
}
