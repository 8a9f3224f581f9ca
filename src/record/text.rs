//! Text from outside, made safe to store and safe to show.
//!
//! Text that people type, paste or use as a file name must never act on a terminal or in a report. Control characters,
//! bidirectional controls, invisible characters that carry hidden text and stacks of combining marks are removed when a
//! text comes in ([`clean`]), and again at every output: [`plain`] where text is printed or written to a file,
//! [`harmless_json`] where a program reads the output, [`drawn`] where a cell of the screen is drawn.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The maximum number of scalar values in a label.
pub const LABEL_LIMIT: usize = 200;

/// The maximum number of combining marks on one character; more would overwrite other lines of the screen.
const MARKS_LIMIT: usize = 8;

/// Whether a character controls the screen or the reading order instead of being visible.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e007f}')
}

/// Decides for each character of a text whether it is allowed at its position.
#[derive(Clone, Copy, Debug, Default)]
struct CharacterCheck {
    /// The previous character; `None` at the beginning.
    before: Option<char>,
    /// How many combining marks the current character has so far.
    marks: usize,
}

impl CharacterCheck {
    /// Whether this character is allowed after those before it. A single invisible character is allowed; several in a
    /// row are not, because they could carry hidden text.
    fn takes(&mut self, c: char) -> bool {
        let before = self.before;
        if c.is_ascii() {
            (self.before, self.marks) = (Some(c), 0);
            return !c.is_ascii_control();
        }
        let allowed = match c {
            _ if acts(c) => return false,
            '\u{200c}' | '\u{200d}' => before.is_none_or(|before| !is_joiner(before)),
            '\u{fe00}'..='\u{fe0f}' => before.is_none_or(|before| !is_selector(before)),
            '\u{e0100}'..='\u{e01ef}' => before.is_some_and(is_ideograph),
            _ => {
                self.marks = if is_mark(c) { self.marks + 1 } else { 0 };
                self.marks <= MARKS_LIMIT
            }
        };
        if allowed {
            self.before = Some(c);
        }
        allowed
    }
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

const fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a text has no characters that act or hide.
fn is_harmless(text: &str) -> bool {
    let mut reader = CharacterCheck::default();
    text.chars().all(|c| reader.takes(c))
}

/// Returns a text as one line, without characters that act or hide; tabs and line breaks become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_harmless(text) {
        return Cow::Borrowed(text);
    }
    let mut reader = CharacterCheck::default();
    let left = text.chars().filter_map(|c| {
        let c = if matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') { ' ' } else { c };
        reader.takes(c).then_some(c)
    });
    Cow::Owned(left.collect())
}

/// Returns a text with one space between its words, and none around them.
pub fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Returns a text for a terminal, a message or a file: like [`clean`], but line breaks stay.
pub fn plain(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(clean).collect();
    lines.join("\n")
}

/// Escapes the characters of a JSON text that act or hide; the values of the JSON stay the same.
pub fn harmless_json(json: &str) -> Cow<'_, str> {
    if json.split('\n').all(is_harmless) {
        return Cow::Borrowed(json);
    }
    let mut reader = CharacterCheck::default();
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || reader.takes(c) {
            safe.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(safe, "\\u{unit:04x}");
        }
    }
    Cow::Owned(safe)
}

/// Returns the text to draw in one cell of the screen in place of `symbol`; `None` when `symbol` is harmless.
pub fn drawn(symbol: &str) -> Option<String> {
    if is_harmless(symbol) {
        return None;
    }
    let left = clean(symbol);
    Some(if left.is_empty() { " ".to_owned() } else { left.into_owned() })
}

/// Whether a line is this one command word, in any case and with any full stop: `Undo`, `undo.`
pub fn is_word(line: &str, word: &str) -> bool {
    line.trim_end_matches(['.', '!']).eq_ignore_ascii_case(word)
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Returns the first `limit` scalar values of a text at most, cut at a grapheme boundary.
pub fn clip(text: &str, limit: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;

    if text.len() <= limit {
        return text;
    }
    let mut scalars = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        scalars += grapheme.chars().count();
        if scalars > limit {
            return text.get(..start).unwrap_or_default();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_act_are_taken_out_and_words_stay() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\td"), "a[31mbc d");
        assert_eq!(clean("שלום עולם"), "שלום עולם");
        assert_eq!(clean("👩\u{200d}💻"), "👩\u{200d}💻");
    }

    #[test]
    fn a_tower_of_marks_is_cut_to_a_readable_height() {
        let tower = format!("a{}", "\u{301}".repeat(50));
        assert_eq!(clean(&tower).chars().count(), 1 + MARKS_LIMIT);
    }

    #[test]
    fn text_that_nobody_sees_is_taken_out() {
        let hidden = |c: char| format!("a{c}{c}{c}b");
        assert_eq!(clean(&hidden('\u{e0041}')), "ab");
        assert_eq!(clean(&hidden('\u{fe01}')), "a\u{fe01}b");
        assert_eq!(clean(&hidden('\u{e0100}')), "ab");
        assert_eq!(clean(&hidden('\u{200d}')), "a\u{200d}b");
        assert_eq!(clean("葛\u{e0100}城"), "葛\u{e0100}城", "how a name is written stays");
    }

    #[test]
    fn in_json_what_acts_is_escaped_and_the_value_stays() {
        let value = "a\u{9b}b\u{7f}c\u{202e}d\u{2028}e\u{e0041}f";
        let json = serde_json::to_string(value).unwrap();
        let safe = harmless_json(&json);
        assert_eq!(safe, "\"a\\u009bb\\u007fc\\u202ed\\u2028e\\udb40\\udc41f\"");
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), value);
    }

    #[test]
    fn clipping_never_cuts_a_character_in_two() {
        assert_eq!(clip("ab👩\u{200d}💻", 3), "ab");
        assert_eq!(clip("abc", 3), "abc");
    }
}
