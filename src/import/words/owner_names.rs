use crate::import::imported::ThingOwner;
use crate::import::words::person::{is_address, owners};
use crate::import::words::unit_words::is_unit_word;

/// Returns the owners that a field of a catalogue names. `user:mei`, `@mei`, an e-mail address and what reads like a
/// person's name are people; `team:x`, `group:x` and any other name are units.
pub(in crate::import) fn owners_named(text: &str) -> Vec<ThingOwner> {
    let unit = |name: String| match name.split_once(':') {
        Some((sort, name)) => {
            let (sort, name) = (sort.trim().to_lowercase(), name.trim());
            let name = name.rsplit('/').next().unwrap_or(name).to_owned();
            if sort == "user" || is_address(&name) { ThingOwner::Person(name) } else { ThingOwner::Unit(name) }
        }
        None if name.starts_with('@') || is_like_a_person(&name) => ThingOwner::Person(name),
        None => ThingOwner::Unit(name),
    };
    owners(text, unit)
}

/// Whether a name reads like that of a person: two or three words that begin with a capital letter and are no
/// abbreviations, none of which is a usual word in names of units.
pub(in crate::import) fn is_like_a_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| {
        let letters = word.trim_end_matches(['.', ',']);
        let mut characters = letters.chars();
        characters.next().is_some_and(char::is_uppercase)
            && characters.clone().next().is_none_or(|second| !second.is_uppercase())
            && characters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}'))
            && !is_unit_word(letters)
    };
    (2..=3).contains(&words.len()) && words.iter().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_units_are_told_apart() {
        let person = |name: &str| vec![ThingOwner::Person(name.to_owned())];
        let unit = |name: &str| vec![ThingOwner::Unit(name.to_owned())];
        assert_eq!(owners_named("user:default/mei"), person("mei"));
        assert_eq!(owners_named("@mei"), person("@mei"));
        assert_eq!(owners_named("Mei Tan"), person("Mei Tan"));
        assert_eq!(owners_named("mei@calder.example"), person("mei@calder.example"));
        assert_eq!(owners_named("team:retention"), unit("retention"));
        assert_eq!(owners_named("Contact Centre"), unit("Contact Centre"));
        assert_eq!(owners_named("Retention"), unit("Retention"));
        assert_eq!(owners_named("Customer Happiness"), unit("Customer Happiness"));
        assert_eq!(owners_named("NLP Guild"), unit("NLP Guild"));
        assert_eq!(owners_named("claims; data platform").len(), 2);
    }
}
