//! Everyday English words that are also names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The sort of an everyday word that is also a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A month, which is written with a capital letter like a name.
    Month,
    /// A noun without a plural, which needs no article: "art is long".
    Mass,
    /// A function word: "an", "my", "so".
    Grammar,
    /// A short form that the scribe types for a person.
    Typed,
    /// Any other word.
    Word,
    /// An abbreviation that everybody knows, which is therefore not read as a person's initials.
    Initials,
}

static WORDS: LazyLock<BTreeMap<&'static str, Sort>> = LazyLock::new(read);

fn read() -> BTreeMap<&'static str, Sort> {
    let mut sort = Sort::Word;
    let mut words = BTreeMap::new();
    for line in include_str!("lexicon.txt").lines() {
        match line {
            "[month]" => sort = Sort::Month,
            "[mass]" => sort = Sort::Mass,
            "[word]" => sort = Sort::Word,
            "[initials]" => sort = Sort::Initials,
            comment if comment.starts_with('#') => {}
            line => words.extend(line.split_whitespace().map(|word| (word, sort))),
        }
    }
    words
}

/// Returns the sort of the everyday word with this spelling; `None` for a name that is no such word.
pub(super) fn sort_of(name: &str) -> Option<Sort> {
    WORDS.get(name).copied().filter(|sort| *sort != Sort::Initials)
}

/// Whether these letters are an abbreviation that everybody knows.
pub(super) fn is_abbreviation(letters: &str) -> bool {
    WORDS.contains_key(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_nothing_else_is_no_word() {
        for name in ["kasia", "jo", "bo", "tom", "mei", "ana"] {
            assert_eq!(sort_of(name), None, "{name}");
        }
        assert_eq!(sort_of("may"), Some(Sort::Month));
        assert_eq!(sort_of("art"), Some(Sort::Mass));
        for name in ["mark", "will", "rose", "bill"] {
            assert_eq!(sort_of(name), Some(Sort::Word), "{name}");
        }
        assert_eq!(sort_of("faith"), Some(Sort::Mass));
    }
}
