use super::transcript::Transcript;
use super::{markdown, speech_log, sub_rip, transcript, web_vtt};

/// A file format of notes from which a session can be made.
#[derive(Debug)]
pub struct NotesFormat {
    /// The file name endings of the format, without the dot, in lower case.
    pub endings: &'static [&'static str],
    /// Whether a text is of this format, where the ending of its file does not tell.
    pub is_one: fn(&str) -> bool,
    /// Reads the text of a whole file.
    pub read: fn(&str) -> Transcript,
}

/// Every file format of notes. The last one reads every text that is of no other format.
pub const NOTES: &[NotesFormat] = &[
    NotesFormat { endings: &["vtt"], is_one: web_vtt::is_web_vtt, read: web_vtt::read },
    NotesFormat { endings: &["srt"], is_one: sub_rip::is_sub_rip, read: sub_rip::read },
    NotesFormat { endings: &["md", "markdown"], is_one: markdown::is_markdown, read: markdown::read },
    NotesFormat { endings: &[], is_one: speech_log::is_speech_log, read: speech_log::read },
    NotesFormat { endings: &["txt"], is_one: |_| true, read: transcript::read },
];

impl NotesFormat {
    /// Returns the format of a text in a file with this ending. A text file may hold any format.
    pub fn of<'f>(formats: &'f [Self], ending: &str, text: &str) -> Option<&'f Self> {
        let ending = ending.to_lowercase();
        let named = formats.iter().rev().skip(1).find(|format| format.endings.contains(&ending.as_str()));
        named.or_else(|| formats.iter().find(|format| (format.is_one)(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_all_that_an_import_needs_to_be_found_and_read() {
        let read = |text: &str| Transcript { title: Some(text.to_owned()), ..Transcript::default() };
        let madeup = NotesFormat { endings: &["madeup"], is_one: |text| text.starts_with("MADEUP"), read };
        let notes = NotesFormat { endings: &["txt"], is_one: |_| true, read: transcript::read };
        let formats = [madeup, notes];
        let title = |ending, text: &str| (NotesFormat::of(&formats, ending, text).unwrap().read)(text).title;
        assert_eq!(title("MadeUp", "# title: A").as_deref(), Some("# title: A"));
        assert_eq!(title("txt", "# title: A").as_deref(), Some("A"));
        assert_eq!(title("unknown", "# title: A").as_deref(), Some("A"));
        assert_eq!(title("txt", "MADEUP").as_deref(), Some("MADEUP"), "what it is says more than how it is called");
    }

    #[test]
    fn a_text_is_told_by_what_it_holds() {
        for (text, ending) in [
            ("WEBVTT\n", "vtt"),
            ("1\n00:00:01,000 --> 00:00:02,000\nhello\n", "srt"),
            ("---\ntitle: A\n---\n", "md"),
            ("bot -> calls\n", "txt"),
            ("", "txt"),
        ] {
            let found = NotesFormat::of(NOTES, "", text).unwrap();
            assert!(found.endings.contains(&ending), "{text}");
        }
    }
}
