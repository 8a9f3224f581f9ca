/// Text in which commas, arrows, colons and verbs inside `[...]` do not count.
#[derive(Clone, Debug)]
pub(crate) struct Sheltered<'a> {
    text: &'a str,
    /// The bytes at which each bracket opens and closes, in order.
    shelters: Vec<(usize, usize)>,
}

/// One word between spaces, with its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlacedWord<'a> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: &'a str,
}

impl<'a> Sheltered<'a> {
    /// Finds the brackets; a bracket that never closes counts as a plain character.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut shelters = Vec::new();
        let mut open = None;
        for (at, c) in text.char_indices() {
            match (c, open) {
                ('[', None) => open = Some(at),
                (']', Some(start)) => {
                    shelters.push((start, at));
                    open = None;
                }
                _ => {}
            }
        }
        Self { text, shelters }
    }

    /// Whether the byte at this index is outside of all brackets.
    pub(crate) fn is_open(&self, at: usize) -> bool {
        let after = self.shelters.partition_point(|&(start, _)| start <= at);
        let last = after.checked_sub(1).and_then(|place| self.shelters.get(place));
        last.is_none_or(|&(_, end)| at > end)
    }

    /// Returns every index outside of brackets at which the pattern begins.
    pub(crate) fn finds(&self, pattern: &'a str) -> impl Iterator<Item = usize> {
        self.text.match_indices(pattern).map(|(at, _)| at).filter(|&at| self.is_open(at))
    }

    /// Splits the text at separators outside of brackets.
    pub(crate) fn split(&self, separator: char) -> Vec<&'a str> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for (at, c) in self.text.char_indices() {
            if c == separator && self.is_open(at) {
                pieces.extend(self.text.get(start..at));
                start = at + c.len_utf8();
            }
        }
        pieces.extend(self.text.get(start..));
        pieces
    }

    /// Returns the words that begin outside of brackets.
    pub(crate) fn words(&self) -> Vec<PlacedWord<'a>> {
        words(self.text).into_iter().filter(|word| self.is_open(word.start)).collect()
    }

    /// Returns the text inside the brackets, if one pair encloses the whole text.
    pub(crate) fn whole(&self) -> Option<&'a str> {
        let &[(0, end)] = self.shelters.as_slice() else { return None };
        if end + 1 == self.text.len() { self.text.get(1..end) } else { None }
    }
}

/// Splits the text into words at spaces.
pub(crate) fn words(text: &str) -> Vec<PlacedWord<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                words.extend(text.get(from..at).map(|text| PlacedWord { start: from, end: at, text }));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_shelter_what_would_separate() {
        assert_eq!(Sheltered::new("[a, b], c").split(','), ["[a, b]", " c"]);
        assert_eq!(Sheltered::new("[a : b] : c").finds(" : ").collect::<Vec<_>>(), [7]);
        let words: Vec<_> = Sheltered::new("a [needs b] owns c").words().iter().map(|word| word.text).collect();
        assert_eq!(words, ["a", "owns", "c"]);
    }

    #[test]
    fn a_bracket_that_never_closes_shelters_nothing() {
        assert_eq!(Sheltered::new("[a, b").split(','), ["[a", " b"]);
    }

    #[test]
    fn only_one_pair_around_everything_is_taken_off() {
        assert_eq!(Sheltered::new("[a, b]").whole(), Some("a, b"));
        assert_eq!(Sheltered::new("[a] b]").whole(), None);
        assert_eq!(Sheltered::new("[a] [b]").whole(), None);
        assert_eq!(Sheltered::new("a").whole(), None);
    }
}
