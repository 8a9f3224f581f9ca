use super::material::Material;

/// A format in which a map can be exported.
#[derive(Debug)]
pub struct ExportFormat {
    /// Its name, as it is typed.
    pub name: &'static str,
    /// What is written, for the help: a sentence without its full stop.
    pub about: &'static str,
    /// Whether it is JSON, in which control characters are escaped instead of left out.
    pub is_json: bool,
    /// Whether it shows the findings, so that the lenses must run first.
    pub shows_findings: bool,
    /// Whether it holds what was said, session by session, and not the map alone.
    pub tells_sessions: bool,
    /// What it is called where it holds at most [`Material::most_things`] things; `None` for a format without a
    /// maximum.
    pub limited: Option<&'static str>,
    /// How it is written.
    pub output: ExportOutput,
}

/// Writes one text of a format.
pub type WriteFormat = fn(&Material<'_>) -> String;

/// The files that a format consists of.
#[derive(Debug)]
pub enum ExportOutput {
    /// One text.
    Text(WriteFormat),
    /// Several files, whose names end in `-PART.ENDING`.
    Files {
        /// The ending of their names, without the dot.
        ending: &'static str,
        /// The part that each file holds, and how it is written.
        parts: &'static [(&'static str, WriteFormat)],
    },
}

impl ExportFormat {
    /// An entry for a format that is one text, not JSON, and holds the map alone; other entries change what differs.
    pub(super) const fn map(name: &'static str, about: &'static str, write: WriteFormat) -> Self {
        Self {
            name,
            about,
            is_json: false,
            shows_findings: false,
            tells_sessions: false,
            limited: None,
            output: ExportOutput::Text(write),
        }
    }
}
