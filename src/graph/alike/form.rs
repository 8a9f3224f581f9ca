//! A name in the parts by which it is compared.

use super::small_words::WordWeight;
use super::tail::LabelParts;
use super::tongue::Tongue;
use crate::graph::Key;
use crate::graph::key::OPERATORS;

/// A name taken apart.
#[derive(Clone, Debug)]
pub(super) struct NameForm {
    pub(super) tongue: Tongue,
    /// The words, folded as in a key, without the tail.
    pub(super) words: Vec<String>,
    /// The stems of all these words.
    pub(super) stems: Vec<String>,
    /// The stems that say which thing it is, without those of small words and of levels. All stems where these are all
    /// there is.
    pub(super) content: Vec<String>,
    /// The number at the end.
    pub(super) number: Option<u32>,
    /// The key of the text in the brackets at the end.
    pub(super) brackets: Option<Key>,
    /// Whether it says that it is a copy.
    pub(super) copy: bool,
    /// Whether it names the lack of a thing, or less of it.
    pub(super) less: bool,
}

impl NameForm {
    pub(super) fn of(label: &str, tongue: Tongue) -> Self {
        let LabelParts { base, number, brackets } = LabelParts::of(label);
        let weight = |word: &str| WordWeight::of(tongue, word);
        let is_copy = |word: &str| weight(word) == WordWeight::Copy;
        let brackets = brackets.and_then(Key::of);
        let in_brackets = brackets.as_ref().is_some_and(|key| key.as_str().split(' ').all(is_copy));
        let (words, in_words) = without_copy(words(base), weight);
        let stems: Vec<String> = words.iter().map(|word| tongue.stem(word)).collect();
        let named =
            words.iter().zip(&stems).filter(|(word, _)| matches!(weight(word), WordWeight::Content | WordWeight::Copy));
        let content: Vec<String> = named.map(|(_, stem)| stem.clone()).collect();
        let turned = words.iter().filter(|word| weight(word) == WordWeight::Less).count();
        let less = turned % 2 == 1 && !content.is_empty();
        let content = if content.is_empty() { stems.clone() } else { content };
        let brackets = brackets.filter(|_| !in_brackets);
        Self { tongue, words, stems, content, number, brackets, copy: in_brackets || in_words, less }
    }

    /// Returns the digits and the operators within the name: another one is another thing.
    pub(super) fn exact_parts(&self) -> String {
        let letters = self.words.iter().flat_map(|word| word.chars());
        letters.filter(|c| c.is_ascii_digit() || OPERATORS.contains(c)).collect()
    }

    /// Returns the operators within the name: `grade 7` and `grade 7+` are two things.
    pub(super) fn operators(&self) -> impl Iterator<Item = char> {
        self.words.iter().flat_map(|word| word.chars()).filter(|c| OPERATORS.contains(c))
    }

    /// Whether the two names share a word of more than three letters.
    pub(super) fn shares_a_word(&self, other: &Self) -> bool {
        self.content.iter().any(|stem| stem.chars().count() > 3 && other.content.contains(stem))
    }
}

/// Leaves out the word at the beginning or the end that says that a name is a copy ("Copy of Harvest"), and returns
/// whether there is one.
fn without_copy(words: Vec<String>, weight: impl Fn(&str) -> WordWeight) -> (Vec<String>, bool) {
    let is = |at: Option<&String>, what| at.is_some_and(|word| weight(word) == what);
    if words.len() > 1 && is(words.last(), WordWeight::Copy) {
        return (words.into_iter().rev().skip(1).rev().collect(), true);
    }
    let small = usize::from(is(words.get(1), WordWeight::Small));
    if is(words.first(), WordWeight::Copy) && words.len() > 1 + small {
        return (words.into_iter().skip(1 + small).collect(), true);
    }
    (words, false)
}

/// Returns the words of a label, folded. A comparison is a word of its own, with or without spaces: `debts<90 days`.
fn words(label: &str) -> Vec<String> {
    let key = Key::of(label);
    let spaced = key.as_ref().map_or("", Key::as_str).replace('<', " < ").replace('>', " > ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_and_levels_are_left_out_and_the_tail_stands_apart() {
        let form = NameForm::of("Number of the calls (Claims)", Tongue::English);
        assert_eq!((form.content.as_slice(), form.number), (&["call".to_owned()][..], None));
        assert_eq!(form.brackets, Key::of("Claims"));
        let form = NameForm::of("Lack of trust 2", Tongue::English);
        assert_eq!((form.content.len(), form.number, form.less), (1, Some(2), true));
        let form = NameForm::of("Copy of Harvest", Tongue::English);
        assert_eq!((form.words.as_slice(), form.copy), (&["harvest".to_owned()][..], true));
    }

    #[test]
    fn a_name_of_nothing_but_levels_keeps_its_words() {
        let form = NameForm::of("Rates", Tongue::English);
        assert_eq!((form.content.len(), form.less), (1, false));
    }
}
