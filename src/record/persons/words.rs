//! A text in words, each as it stands and as it is compared.

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

/// A text in words.
#[derive(Clone, Debug)]
pub(super) struct SplitText<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<TextWord<'a>>,
    /// Nothing in it is written small, so that a capital letter says nothing.
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

    /// A word as it is compared.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|word| word.folded.as_str())
    }

    /// What stands between a word and the one before it.
    pub(super) fn gap_before(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.at.end);
        let to = self.words.get(at).map_or(self.text.len(), |word| word.at.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// What stands between a word and the one after it.
    pub(super) fn gap_after(&self, at: usize) -> &'a str {
        self.gap_before(at + 1)
    }

    /// Whether a word is followed by the mark of a possessive.
    pub(super) fn owns(&self, at: usize) -> bool {
        let gap = self.gap_after(at);
        let tail = self.words.get(at + 1).is_some_and(|word| word.folded == "s" && matches!(gap, "'" | "’"));
        let ends_in_s = self.words.get(at).is_some_and(|word| word.folded.ends_with('s'));
        tail || (ends_in_s && gap.starts_with(['\'', '’']) && self.words.len() > at + 1)
    }
}

/// Letters that do not come apart into a letter and a mark.
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

/// A word without case and without marks: "Élise" and "elise" are one name.
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
