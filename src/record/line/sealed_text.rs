use super::sealed_file::{CarriedLine, SealedFile};
use super::{BANNER, CLOSING};

/// The text of a whole session file, of which every line was checked once.
#[derive(Clone, Debug)]
pub struct SealedText {
    text: String,
    file: SealedFile,
}

impl SealedText {
    /// Puts a header and the lines below it together, each of which ends with its mark and a line break, up to the first
    /// line that is not sealed below the line above. `None` when the header is none.
    pub fn of(header: &CarriedLine, lines: &str) -> Option<Self> {
        let head = header.written();
        let mut text = String::with_capacity(BANNER.len() + head.len() + lines.len() + CLOSING.len());
        text.push_str(BANNER);
        text.push_str(&head);
        text.push_str(lines);
        let mut file = SealedFile::default();
        let sealed = file.take_lines(text.as_bytes());
        file.header()?;
        text.truncate(sealed);
        text.push_str(CLOSING);
        Some(Self { text, file })
    }

    /// The bytes of the file.
    pub const fn as_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The lines of the file.
    pub const fn file(&self) -> &SealedFile {
        &self.file
    }

    /// The lines of the file, without its text.
    pub fn into_file(self) -> SealedFile {
        self.file
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LineMark, session_text};
    use super::*;
    use crate::record::{Event, Header, SessionKind};

    fn whole() -> (CarriedLine, String, String) {
        let said = |seq| Event { seq, said: Some(format!("line {seq}")), ..Event::default() };
        let text = session_text(&Header::here(SessionKind::Workshop), &[said(1), said(2), said(3)]).unwrap();
        let file = SealedFile::of(text.as_bytes());
        let line = CarriedLine::all_in(&text.as_bytes()[file.span_of(0, 0).unwrap()]).unwrap().remove(0);
        let lines = text[BANNER.len() + line.written().len()..text.len() - CLOSING.len()].to_owned();
        (line, lines, text)
    }

    #[test]
    fn a_header_and_lines_are_the_file_and_what_is_known_of_it_when_it_is_read() {
        let (header, lines, text) = whole();
        let made = SealedText::of(&header, &lines).unwrap();
        assert_eq!(made.as_bytes(), text.as_bytes());
        let read = SealedFile::of(text.as_bytes());
        assert_eq!(format!("{:?}", made.file()), format!("{read:?}"));
    }

    #[test]
    fn it_ends_above_the_first_line_that_was_altered_or_cut() {
        let (header, lines, _) = whole();
        let cut = lines.trim_end().to_owned();
        for (lines, sound) in [(lines.replace("line 2", "lime 2"), 1), (cut, 2), (String::new(), 0)] {
            let made = SealedText::of(&header, &lines).unwrap();
            assert_eq!((made.file().len(), made.file().unsound_line()), (sound, None));
            assert_eq!(SealedFile::of(made.as_bytes()).unsound_line(), None, "{lines}");
        }
        let altered = CarriedLine { mark: LineMark::seal(None, b"something else"), ..header };
        assert!(SealedText::of(&altered, &lines).is_none());
    }
}
