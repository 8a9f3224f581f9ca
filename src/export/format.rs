use super::material::Material;

/// A format in which a map can be exported.
#[derive(Debug)]
pub struct ExportFormat {
    /// The name of the format, as it is typed.
    pub name: &'static str,
    /// The description for the help: a sentence without its full stop.
    pub about: &'static str,
    /// What of a map a file of this format cannot hold: the end of the sentence that begins with "It cannot hold",
    /// without its full stop.
    pub cannot_hold: &'static str,
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

/// What a format cannot hold that is for people alone.
pub(super) const TO_READ: &str = "a map that a program can read back";

/// A function that writes one text of a format.
pub(super) type WriteFormat = fn(&Material<'_>) -> String;

/// A function that writes the bytes of a format that is no text.
type WriteBytes = fn(&Material<'_>) -> Vec<u8>;

/// The files that a format consists of.
#[derive(Debug)]
pub enum ExportOutput {
    /// The format is one text.
    Text(WriteFormat),
    /// The format is one file that is no text.
    Bytes(WriteBytes),
    /// The format is several files, whose names end in `-PART.ENDING`.
    Files {
        /// For each file, the name of its part and the function that writes it.
        parts: &'static [(&'static str, WriteFormat)],
    },
}

impl ExportFormat {
    /// Returns the sentence that says what a file of this format cannot hold.
    pub fn limits(&self) -> String {
        format!("It cannot hold {}.", self.cannot_hold)
    }

    /// An entry for a format that is one text, not JSON, and contains the map alone. Other entries are made from it by
    /// changing the fields that differ.
    pub(super) const fn map(
        name: &'static str,
        about: &'static str,
        cannot_hold: &'static str,
        ending: &'static str,
        write: WriteFormat,
    ) -> Self {
        Self {
            name,
            about,
            cannot_hold,
            ending,
            is_json: false,
            shows_findings: false,
            tells_sessions: false,
            limited: None,
            output: ExportOutput::Text(write),
        }
    }
}
