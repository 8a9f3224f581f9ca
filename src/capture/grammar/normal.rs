use std::borrow::Cow;

use crate::record::text::clean;

/// The maximum number of characters (Unicode scalar values) of a line that are read; the reading of a longer line has a
/// doubt.
pub(crate) const LINE_LIMIT: usize = 10_000;

/// The variation selector that a telephone adds after an arrow, to show the arrow in colour.
const COLOURFUL: char = '\u{fe0f}';

/// Returns a line without control characters and surrounding space, cut to the maximum length; and whether it was cut.
pub(crate) fn tidy(line: &str) -> (Cow<'_, str>, bool) {
    let end = line.char_indices().nth(LINE_LIMIT).map(|(at, _)| at);
    let within = end.and_then(|at| line.get(..at)).unwrap_or(line);
    let tidy = match clean(within) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    (tidy, end.is_some())
}

/// Replaces arrows, dashes and quotes by those of a plain keyboard.
pub(crate) fn normal(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut after_arrow = false;
    for c in text.chars() {
        if after_arrow && c == COLOURFUL {
            continue;
        }
        after_arrow = false;
        match c {
            '→' | '⟶' | '⇒' | '➔' | '➜' | '➡' => plain.push_str("->"),
            '←' | '⟵' | '⇐' | '⬅' => plain.push_str("<-"),
            '↔' | '⟷' | '⇔' => plain.push_str("<->"),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{201c}'..='\u{201f}' => plain.push('"'),
            '\u{2018}'..='\u{201b}' => plain.push('\''),
            other => {
                plain.push(other);
                continue;
            }
        }
        after_arrow = true;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_arrows_dashes_and_quotes_become_plain() {
        for (typed, plain) in [
            ("Bot → Trust : −", "Bot -> Trust : -"),
            ("A ← B ↔ C", "A <- B <-> C"),
            ("Bot ➡️ Trust", "Bot -> Trust"),
            ("a – b — c", "a - b - c"),
            ("“so” ‘what’", "\"so\" 'what'"),
        ] {
            assert_eq!(normal(typed), plain);
        }
    }

    #[test]
    fn characters_that_act_go_and_a_tab_becomes_a_space() {
        assert_eq!(tidy(" a\tb\u{1b}[0m\u{202e} ").0, "a b[0m");
    }

    #[test]
    fn a_very_long_line_is_cut_and_says_so() {
        let long = "x".repeat(LINE_LIMIT + 1);
        let (read, cut) = tidy(&long);
        assert_eq!((read.len(), cut), (LINE_LIMIT, true));
        assert!(!tidy(&long[1..]).1);
    }
}
