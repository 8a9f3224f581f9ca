/// One session in a report. All its texts are Markdown in which nothing acts, except for the title, which is plain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionChapter {
    /// What it is called, as it was typed.
    pub title: String,
    /// The day, how long, and which units were here.
    pub about: String,
    /// How much of what matters is in it.
    pub glance: String,
    /// What somebody who was not there has to know before reading on.
    pub how_to_read: String,
    /// The sections of its minutes: heading and body.
    pub sections: Vec<(&'static str, String)>,
}

impl SessionChapter {
    /// What stands under a heading.
    pub(super) fn section(&self, heading: &str) -> Option<&str> {
        self.sections.iter().find(|(known, _)| *known == heading).map(|(_, body)| body.as_str())
    }
}
