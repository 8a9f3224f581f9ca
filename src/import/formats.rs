use super::transcript::{self, Transcript};

/// A file format of notes from which a session can be made.
#[derive(Debug)]
pub struct ImportFormat {
    /// The file name endings of the format, without the dot, in lower case.
    pub endings: &'static [&'static str],
    /// Reads the text of a whole file.
    pub read: fn(&str) -> Transcript,
}

/// Every file format of notes. The first one also reads files whose ending belongs to no other format.
pub const IMPORTS: &[ImportFormat] = &[ImportFormat { endings: &["txt", "md"], read: transcript::read }];

impl ImportFormat {
    /// Returns the format that reads files with this ending; by default the first.
    pub fn of_ending<'f>(formats: &'f [Self], ending: &str) -> Option<&'f Self> {
        let ending = ending.to_lowercase();
        formats.iter().find(|format| format.endings.contains(&ending.as_str())).or_else(|| formats.first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_all_that_an_import_needs_to_be_found_and_read() {
        let read = |text: &str| Transcript { title: Some(text.to_owned()), ..Transcript::default() };
        let notes = ImportFormat { endings: &["txt"], read: transcript::read };
        let formats = [notes, ImportFormat { endings: &["madeup"], read }];
        let title = |ending| (ImportFormat::of_ending(&formats, ending).unwrap().read)("# title: A").title;
        assert_eq!(title("MadeUp").as_deref(), Some("# title: A"));
        assert_eq!(title("txt").as_deref(), Some("A"));
        assert_eq!(title("unknown").as_deref(), Some("A"));
    }
}
