use super::material::Material;

/// A format in which a map can be exported.
#[derive(Debug)]
pub struct ExportFormat {
    /// The name of the format, as it is typed.
    pub name: &'static str,
    /// The description for the help: a sentence without its full stop.
    pub about: &'static str,
    /// The extension of its files, without the dot.
    pub ending: &'static str,
    /// Whether the format is JSON, in which control characters are escaped; in other formats they are removed.
    pub is_json: bool,
    /// Whether the format contains findings, so that the lenses must run first.
    pub shows_findings: bool,
    /// Whether the format contains the minutes of each session, and not the map alone.
    pub tells_sessions: bool,
    /// The name of the format in the help on the maximum number of things, [`Material::most_things`]; `None` for a
    /// format without a maximum.
    pub limited: Option<&'static str>,
    /// The files of the format, and the functions that write them.
    pub output: ExportOutput,
}

/// A function that writes one text of a format.
pub(super) type WriteFormat = fn(&Material<'_>) -> String;

/// The files that a format consists of.
#[derive(Debug)]
pub enum ExportOutput {
    /// The format is one text.
    Text(WriteFormat),
    /// The format is several files, whose names end in `-PART.ENDING`.
    Files {
        /// For each file, the name of its part and the function that writes it.
        parts: &'static [(&'static str, WriteFormat)],
    },
}

impl ExportFormat {
    /// An entry for a format that is one text, not JSON, and contains the map alone. Other entries are made from it by
    /// changing the fields that differ.
    pub(super) const fn map(name: &'static str, about: &'static str, ending: &'static str, write: WriteFormat) -> Self {
        Self {
            name,
            about,
            ending,
            is_json: false,
            shows_findings: false,
            tells_sessions: false,
            limited: None,
            output: ExportOutput::Text(write),
        }
    }
}
