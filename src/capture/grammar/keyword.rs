use crate::record::lexicon::Keyword;

use super::shelter::Sheltered;

/// Returns the text after a keyword, if the line begins with it; the first letter may be a capital.
pub(crate) fn after_keyword(text: &str, keyword: Keyword) -> Option<&str> {
    after_word(text, keyword.as_ref())
}

/// Returns the text after a word, if the line begins with it; the first letter may be a capital.
pub(crate) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (first, rest) = text.split_at_checked(word.len())?;
    let plain = first.get(1..) == word.get(1..) && first.eq_ignore_ascii_case(word);
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (plain && ends).then_some(rest.trim())
}

/// Returns the text before and after the last occurrence of a word that is outside of brackets and not the first word.
pub(crate) fn split_word<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let words = Sheltered::new(text).words();
    let found = words.iter().skip(1).rfind(|found| found.text == word)?;
    Some((text.get(..found.start)?.trim(), text.get(found.end..)?.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_word_stands_alone() {
        assert_eq!(after_word("park this", "park"), Some("this"));
        assert_eq!(after_word("Park", "park"), Some(""));
        assert_eq!(after_word("parking lots", "park"), None);
        assert_eq!(after_word("PARK this", "park"), None);
        assert_eq!(after_word("é", "park"), None);
    }

    #[test]
    fn the_last_place_of_a_word_counts() {
        assert_eq!(split_word("write re letters re Bot", "re"), Some(("write re letters", "Bot")));
        assert_eq!(split_word("re Bot", "re"), None);
        assert_eq!(split_word("write [a re b]", "re"), None);
    }
}
