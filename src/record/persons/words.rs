//! Splits a text into words, each as written and in folded form.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text.
#[derive(Clone, Debug)]
pub(super) struct TextWord<'a> {
    pub(super) at: Range<usize>,
    pub(super) text: &'a str,
    pub(super) folded: String,
}

impl TextWord<'_> {
    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// A text split into words.
#[derive(Clone, Debug)]
pub(super) struct SplitText<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<TextWord<'a>>,
    /// Whether the text has no lower-case letters, so that its capital letters mean nothing.
    pub(super) shouts: bool,
}

impl<'a> SplitText<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut start = None;
        let ends = text.char_indices().chain([(text.len(), ' ')]);
        for (at, c) in ends {
            let belongs = c.is_alphanumeric() || (start.is_some() && is_combining_mark(c));
            match start {
                None if belongs => start = Some(at),
                Some(from) if !belongs => {
                    let word = text.get(from..at).unwrap_or_default();
                    words.push(TextWord { at: from..at, text: word, folded: fold(word) });
                    start = None;
                }
                _ => {}
            }
        }
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let shouts = letters().count() > 3 && !letters().any(char::is_lowercase);
        Self { text, words, shouts }
    }

    /// Returns a word in folded form.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.folded.as_str())
    }

    /// Returns the text between a word and the one before it.
    pub(super) fn gap_before(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.at.end);
        let to = self.words.get(at).map_or(self.text.len(), |word| word.at.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// Returns the text between a word and the one after it.
    pub(super) fn gap_after(&self, at: usize) -> &'a str {
        self.gap_before(at + 1)
    }

    /// Whether a word is a possessive.
    pub(super) fn owns(&self, at: usize) -> bool {
        let gap = self.gap_after(at);
        let tail = self.words.get(at + 1).is_some_and(|word| word.folded == "s" && matches!(gap, "'" | "’"));
        let ends_in_s = self.words.get(at).is_some_and(|word| word.folded.ends_with('s'));
        tail || (ends_in_s && gap.starts_with(['\'', '’']) && self.words.len() > at + 1)
    }
}

/// Letters that Unicode does not decompose into a letter and a mark, each with its replacement.
const WHOLE: [(char, &str); 11] = [
    ('ł', "l"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('ς', "σ"),
];

/// Folds a word: no case and no marks, so that "Élise" and "elise" are one name.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let plain = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(word.len());
    for c in plain.filter(|c| !is_combining_mark(*c)) {
        match WHOLE.iter().find(|(letter, _)| *letter == c) {
            Some((_, letters)) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}
