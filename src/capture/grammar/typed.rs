use super::normal::normal;
use super::shelter::Sheltered;

/// The maximum length of a tag, in characters.
const TAG_LIMIT: usize = 8;

/// Separates the note at the end of a line from the line.
const NOTE: &str = " // ";

/// A normalised line without its tag, divided into the core, the note and the quoted words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Typed<'a> {
    /// The whole line.
    pub(crate) line: &'a str,
    /// The line without the note and the quoted words.
    pub(crate) core: &'a str,
    /// The note: the text after `//`.
    pub(crate) note: Option<&'a str>,
    /// The words: the text in quotes at the end.
    pub(crate) words: Option<&'a str>,
}

impl<'a> Typed<'a> {
    /// Takes the note and the words off the end; a line that is only a quote keeps it.
    pub(crate) fn of(line: &'a str) -> Self {
        let (rest, mut words) = without_quote(line);
        // A quote may stand alone behind the mark of a note.
        let rest = rest.strip_suffix(NOTE.trim_end()).unwrap_or(rest).trim_end();
        let (mut core, mut note) = (rest, None);
        if let Some(at) = Sheltered::new(rest).finds(NOTE).next() {
            core = rest.get(..at).unwrap_or_default().trim();
            note = rest.get(at + NOTE.len()..).map(str::trim).filter(|note| !note.is_empty());
        }
        if words.is_none() && note.is_some() {
            (core, words) = without_quote(core);
        }
        if core.is_empty() {
            Self { line, core: line, note: None, words: None }
        } else {
            Self { line, core, note, words }
        }
    }

    /// Returns `text`, which is the end of the line, without the note and the quoted words.
    pub(crate) fn end(&self, text: &str) -> &'a str {
        self.part(&normal(text), 0)
    }

    /// Returns `text` without the note and the quoted words; `behind` is the number of bytes of the line after it.
    pub(crate) fn part(&self, text: &str, behind: usize) -> &'a str {
        let end = self.line.len().saturating_sub(behind);
        self.between(end.saturating_sub(text.trim_end().len()), end)
    }

    /// Returns `text` without the note and the quoted words; `before` is the number of bytes of the line before it.
    pub(crate) fn part_behind(&self, text: &str, before: usize) -> &'a str {
        self.between(before, before + text.len())
    }

    fn between(&self, start: usize, end: usize) -> &'a str {
        let within = |at: usize| at.min(self.core.len());
        self.core.get(within(start)..within(end)).unwrap_or_default().trim()
    }

    /// Returns the words and the note joined, for facts with only one field for both.
    pub(crate) fn remark(&self) -> Option<String> {
        let parts: Vec<_> = [self.words, self.note].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

fn without_quote(line: &str) -> (&str, Option<&str>) {
    let unquoted = || {
        let inner = line.strip_suffix('"')?;
        let (before, words) = inner.rsplit_once('"')?;
        let lead = before.chars().next_back();
        let opens = lead.is_none_or(|c| c.is_whitespace() || "+-=?:;,)]".contains(c));
        (opens && !words.trim().is_empty()).then_some((before.trim_end(), words.trim()))
    };
    match unquoted() {
        Some((before, words)) if !before.is_empty() => (before, Some(words)),
        _ => (line, None),
    }
}

/// Splits a line into the speaker's tag and the rest. A tag is one to eight lower-case letters or digits, begins with a
/// letter, and is followed by `>` and a space.
pub fn split_tag(line: &str) -> (Option<&str>, &str) {
    let tagged = || {
        let (tag, rest) = line.split_once('>')?;
        let lawful = |c: char| c.is_lowercase() || c.is_ascii_digit();
        let begins = tag.chars().next()?.is_lowercase();
        let fits = begins && tag.chars().all(lawful) && tag.chars().count() <= TAG_LIMIT;
        let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
        (fits && spaced).then_some((tag, rest.trim_start()))
    };
    tagged().map_or((None, line), |(tag, rest)| (Some(tag), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_short_lower_case_and_touches_its_mark() {
        for (line, expected) in [
            ("mei> A -> B", (Some("mei"), "A -> B")),
            ("s2> A", (Some("s2"), "A")),
            ("mei> ", (Some("mei"), "")),
            ("mei>", (Some("mei"), "")),
            ("Mei> A", (None, "Mei> A")),
            ("2s> A", (None, "2s> A")),
            ("mei > A", (None, "mei > A")),
            ("mei>A", (None, "mei>A")),
            ("a-> B", (None, "a-> B")),
            ("abcdefghi> A", (None, "abcdefghi> A")),
            ("zoë> A", (Some("zoë"), "A")),
        ] {
            assert_eq!(split_tag(line), expected, "{line:?}");
        }
    }

    #[test]
    fn words_and_note_come_off_the_end() {
        for (line, core, note, words) in [
            ("A -> B \"said so\"", "A -> B", None, Some("said so")),
            ("A -> B // note \"said so\"", "A -> B", Some("note"), Some("said so")),
            ("A -> B \"said so\" // note", "A -> B", Some("note"), Some("said so")),
            ("A -> B // \"said so\"", "A -> B", None, Some("said so")),
            ("A -> B : +\"said so\"", "A -> B : +", None, Some("said so")),
            ("[a // b] -> B", "[a // b] -> B", None, None),
            ("\"only a quote\"", "\"only a quote\"", None, None),
            ("5\" -> 6\"", "5\" -> 6\"", None, None),
            ("A -> B \"\"", "A -> B \"\"", None, None),
        ] {
            let typed = Typed::of(line);
            assert_eq!((typed.core, typed.note, typed.words), (core, note, words), "{line:?}");
        }
    }
}
