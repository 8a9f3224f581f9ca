//! Finds the entries of a RON struct or map without reading their values, so that a wrong value costs nothing but itself.
//!
//! The values are read by `ron`, one by one. This file knows only what a comma or a bracket can stand inside of: texts,
//! characters, comments and brackets.

/// A part of a text, with its place in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextPart<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

/// A name with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ConfigEntry<'t> {
    pub(super) name: TextPart<'t>,
    pub(super) value: TextPart<'t>,
}

/// The entries of a struct or map, and what is wrong between them: a place, and a sentence without its full stop.
#[derive(Debug, Default)]
pub(super) struct ConfigEntries<'t> {
    pub(super) entries: Vec<ConfigEntry<'t>>,
    pub(super) flaws: Vec<(usize, &'static str)>,
}

/// Returns the entries between two brackets; none, and no flaw, for a text without anything but comments.
pub(super) fn entries_of(part: TextPart<'_>, [open, close]: [char; 2]) -> ConfigEntries<'_> {
    let mut scan = EntryScan { text: part.text, at: 0 };
    let mut found = ConfigEntries::default();
    let mut flaw = |at: usize, says| found.flaws.push((part.at + at, says));
    scan.skip_blank();
    match scan.next() {
        None => return found,
        Some(c) if c != open => flaw(scan.at, NOT_OPENED),
        Some(_) => {
            scan.at += open.len_utf8();
            loop {
                scan.skip_blank();
                let Some(c) = scan.next() else {
                    flaw(scan.at, NOT_CLOSED);
                    break;
                };
                if c == close {
                    scan.at += close.len_utf8();
                    scan.skip_blank();
                    if scan.next().is_some() {
                        flaw(scan.at, BEHIND);
                    }
                    break;
                }
                let start = scan.at;
                let name = scan.until(&[':', ',', close]);
                if scan.next() == Some(':') {
                    scan.at += 1;
                    scan.skip_blank();
                    let from = scan.at;
                    let value = scan.until(&[',', close]);
                    let name = TextPart { text: name.trim_end(), at: part.at + start };
                    found.entries.push(ConfigEntry { name, value: TextPart { text: value, at: part.at + from } });
                } else {
                    flaw(start, NO_VALUE);
                }
                if scan.next() == Some(',') {
                    scan.at += 1;
                }
            }
        }
    }
    found
}

const NOT_OPENED: &str = "settings stand between ( and ), as in the file that adjacent config --init writes";
const NOT_CLOSED: &str = "the bracket that closes the settings is missing";
const BEHIND: &str = "nothing may stand behind the bracket that closes the settings; what stands there is not used";
const NO_VALUE: &str = "this is no setting; a setting is a name, a colon and a value";

/// A place in a text.
struct EntryScan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> EntryScan<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Skips spaces, comments and a byte order mark.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
            self.at += blank + comment(&rest[blank..]);
            if self.rest().len() == rest.len() {
                return;
            }
        }
    }

    /// Moves to the first of these characters that stands in no text, comment or bracket, or to the end; returns what
    /// stands before it.
    fn until(&mut self, ends: &[char]) -> &'t str {
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(c) = self.next() {
            if depth == 0 && ends.contains(&c) {
                break;
            }
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let rest = self.rest();
            self.at += comment(rest).max(literal(rest)).max(c.len_utf8());
        }
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// The length of the comment with which a text begins; 0 if it begins with none.
fn comment(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if !text.starts_with("/*") {
        return 0;
    }
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match rest {
            _ if rest.starts_with("/*") => (depth, at) = (depth + 1, at + 2),
            _ if rest.starts_with("*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of the text or character with which a text begins; 0 if it begins with neither.
fn literal(text: &str) -> usize {
    let raw = text.strip_prefix('r').map(|rest| rest.len() - rest.trim_start_matches('#').len());
    if let Some(marks) = raw.filter(|marks| text[1 + marks..].starts_with('"')) {
        let end = format!("\"{}", "#".repeat(marks));
        let inside = marks + 2;
        return text[inside..].find(&end).map_or(text.len(), |at| inside + at + end.len());
    }
    match text.chars().next() {
        Some('"') => quoted(text, '"').unwrap_or(text.len()),
        // A quote that is not closed on its line is a slip, not a character.
        Some('\'') => text.lines().next().and_then(|line| quoted(line, '\'')).unwrap_or(0),
        _ => 0,
    }
}

/// The length of a quoted text with its quotes; `None` if the second quote is missing.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests;
