//! Text that came from somebody else, made safe to keep and safe to show.
//!
//! What people type, paste and name their files must never act: not on a terminal, not in a report. Control
//! characters, bidirectional overrides and invisible tag characters are taken out on the way in ([`clean`]), and
//! again on every way out that does not go through a drawing surface ([`plain`]).

use std::borrow::Cow;

/// The most scalar values a label keeps.
pub const LABEL_LIMIT: usize = 200;

/// How many combining marks one character may carry; more is not writing but an attack on the screen.
const MARKS_LIMIT: usize = 8;

/// Whether a character does something to a screen or to the reading order instead of being read.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

/// One line of text without characters that act; tabs and line breaks become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) && !has_stacked_marks(text) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let kept = text.chars().filter_map(|c| {
        if matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            return Some(' ');
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        (!acts(c) && marks <= MARKS_LIMIT).then_some(c)
    });
    Cow::Owned(kept.collect())
}

/// Text for a terminal, a message or a file, whatever it came from: like [`clean`], but line breaks stay.
pub fn plain(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(clean).collect();
    lines.join("\n")
}

/// Whether a line is this one word of command, however it was typed: `Undo`, `undo.`
pub fn is_word(line: &str, word: &str) -> bool {
    line.trim_end_matches(['.', '!']).eq_ignore_ascii_case(word)
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn has_stacked_marks(text: &str) -> bool {
    let mut marks = 0;
    text.chars().any(|c| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        marks > MARKS_LIMIT
    })
}

/// The first `limit` scalar values, ending at a grapheme boundary.
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
    fn clipping_never_cuts_a_character_in_two() {
        assert_eq!(clip("ab👩\u{200d}💻", 3), "ab");
        assert_eq!(clip("abc", 3), "abc");
    }
}
