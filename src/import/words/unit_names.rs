use super::person::is_address;
use super::person_names::{has_unit_word, looks_like_a_person};
use super::unit_words::is_unit_word;

/// Whether a text holds a word that is usual in names of units, is an abbreviation, or holds a number.
pub(in crate::import) fn is_clearly_a_unit(text: &str) -> bool {
    let text = text.trim();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let is_abbreviation = |text: &str| {
        !text.contains(['.', ' ']) && (2..=6).contains(&letters) && text.chars().all(|c| !c.is_lowercase())
    };
    !is_address(text)
        && !has_title(text)
        && (has_unit_word(text)
            || words.any(|word| is_unit_word(word) || ends_as_units_do(word))
            || is_abbreviation(text))
}

/// Whether a word is a compound of a word of units: `Rechtsabteilung`, `Kundendienst`.
fn ends_as_units_do(word: &str) -> bool {
    let word = word.to_lowercase();
    ["abteilung", "dienst", "bereich", "referat", "afdeling"].iter().any(|unit| word.ends_with(unit))
}

fn has_title(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|first| first.ends_with('.')) && looks_like_a_person(text)
}
