use super::word_list::is_listed;
use crate::import::words::unit_words::is_unit_word;

/// The maximum number of bytes of a name.
const LONGEST: usize = 120;

/// Titles that stand before names of people.
const TITLES: &str = "dr, mr, mrs, ms, mx, prof, herr, frau, dhr, mevr, mw, mme, m";

/// Words inside names of people.
const PARTICLES: &str = "van, von, de, der, den, la, le, di, da, del, el, al";

/// Whether a cell holds a word of the names of units.
pub(in crate::import) fn has_unit_word(cell: &str) -> bool {
    if cell.len() > LONGEST {
        return false;
    }
    let mut words = cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    cell.contains(['&', '/']) || words.any(is_unit_word)
}

/// Whether a cell may be the name of a person: two to four words that begin with capital letters, none of them a word of
/// a unit, or a title and a name.
pub(in crate::import) fn looks_like_a_person(cell: &str) -> bool {
    if cell.len() > LONGEST {
        return false;
    }
    let turned = cell.split_once(", ").map_or_else(|| cell.to_owned(), |(last, first)| format!("{first} {last}"));
    let words: Vec<&str> = turned.split_whitespace().collect();
    let title = words.first().map(|word| word.trim_end_matches('.').to_lowercase());
    if title.is_some_and(|title| is_listed(TITLES, &title)) && words.len() > 1 {
        return true;
    }
    let is_part = |word: &&str| is_listed(PARTICLES, word);
    let names = words.iter().filter(|word| !is_part(word));
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '\u{2019}'))
            && (word.chars().any(char::is_lowercase) || word.ends_with('.'))
    };
    (2..=4).contains(&words.len()) && names.clone().count() >= 2 && names.clone().all(is_name) && !has_unit_word(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_told_from_names_of_units() {
        for person in ["Ana Ruiz", "Ruiz, Ana", "Dr. Smith", "J. van der Berg", "Jean-Luc O'Neill", "Mei Lin Chen"] {
            assert!(looks_like_a_person(person), "{person}");
        }
        for unit in [
            "Claims",
            "Customer Service",
            "Claims handlers",
            "Risk and Compliance",
            "IT",
            "Team Nord",
            "R&D",
            "Legal 2",
            "",
        ] {
            assert!(!looks_like_a_person(unit), "{unit}");
        }
    }
}
