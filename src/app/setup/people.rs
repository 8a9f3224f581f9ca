//! Reads a pasted list of people, one per line, in any of the usual forms.

use unicode_normalization::UnicodeNormalization;

use crate::record::persons::{distinct_tag, is_neutral, is_tag, neutral_tag};
use crate::record::text::clean;
use crate::record::{ListedName, Names, Person, SeatTag};

/// The maximum length of a generated tag in characters, because the scribe has to type it.
const TAG_LENGTH: usize = 3;

/// A person on a pasted list: a seat for the record, and a name that is left out of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPerson {
    /// The seat: a tag that contains no name, and the unit.
    pub person: Person,
    /// The name as listed.
    pub name: String,
    /// The short form that the scribe types when this person speaks.
    pub typed: SeatTag,
}

/// Reads one line such as `mei = Mei, claims lead @ Claims`, `Mei, claims lead @ Claims`, `Mei (Claims)` or `Mei`.
///
/// The tag of the seat is made of its unit and a number. The short form is the text before the `=`, else the first
/// letters of the name. A generated tag or short form differs from all in `in_use`.
pub fn read_person(line: &str, in_use: &[SeatTag]) -> Option<ListedPerson> {
    let line = clean(line);
    let line = line.trim().trim_start_matches(['-', '*', '•']).trim();
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')']).trim();
    let line = without_address(line);
    let line = line.as_str();
    let (given, rest) = match line.split_once('=') {
        Some((tag, rest)) if is_tag(tag.trim()) => (Some(SeatTag::from(tag.trim())), rest.trim()),
        _ => (None, line),
    };
    let (name, party) = name_and_party(rest);
    if !name.chars().any(char::is_alphanumeric) {
        return None;
    }
    let party = party.filter(|party| party.chars().any(char::is_alphanumeric)).map(str::to_owned);
    let neutral = || neutral_tag(party.as_deref().filter(|party| !is_named_after(party, name)), in_use);
    let tag = given.clone().filter(|given| is_neutral(given) && !in_use.contains(given)).unwrap_or_else(neutral);
    let typed = given.unwrap_or_else(|| fresh_tag(name, in_use));
    Some(ListedPerson { person: Person { tag, party, ..Person::default() }, name: name.to_owned(), typed })
}

/// Splits a typed line into the people on it: at semicolons, and at commas where that cannot split one person, who may
/// have a role behind a comma: `Ana (Risk), Bo (IT)`, `Ana @ Risk, Bo @ IT`, `Ana, Bo, Cara`.
pub fn people_on(line: &str) -> Vec<String> {
    line.split(';').flat_map(at_commas).filter(|part| !part.trim().is_empty()).collect()
}

fn at_commas(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(',').collect();
    let is_name = |part: &&str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        (1..=3).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
    };
    if parts.len() > 2 && parts.iter().all(is_name) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    let mut people: Vec<String> = Vec::new();
    for part in parts {
        // A person ends with the unit; what follows a comma before that is a role.
        match people.last_mut().filter(|person| !ends_with_unit(person)) {
            Some(person) => {
                person.push(',');
                person.push_str(part);
            }
            None => people.push(part.to_owned()),
        }
    }
    people
}

fn ends_with_unit(person: &str) -> bool {
    person.trim_end().ends_with(')') || person.contains('@')
}

/// Returns the names and short forms for the private file.
pub fn names_of(people: &[ListedPerson]) -> Names {
    let tag = |listed: &ListedPerson| listed.person.tag.clone();
    Names {
        names: people.iter().map(|listed| (tag(listed), listed.name.clone())).collect(),
        typed: people.iter().map(|listed| (tag(listed), listed.typed.clone())).collect(),
        ..Names::default()
    }
}

/// Whether a unit contains a name of the person listed with it, and so would identify them.
fn is_named_after(party: &str, name: &str) -> bool {
    let name = ListedName::new(name).called().to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    let party = party.to_lowercase();
    words.any(|word| party.contains(word))
}

/// Removes the mail address in angle brackets from a line.
fn without_address(line: &str) -> String {
    match line.split_once('<').and_then(|(before, rest)| Some((before, rest.split_once('>')?.1))) {
        Some((before, after)) => format!("{}{after}", before.trim_end()),
        None => line.to_owned(),
    }
}

fn name_and_party(text: &str) -> (&str, Option<&str>) {
    if let Some((name, party)) = text.rsplit_once('@') {
        return (name.trim().trim_end_matches(','), Some(party.trim()));
    }
    let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    if let Some((name, party)) = inside {
        return (name.trim(), Some(party.trim()));
    }
    (text, None)
}

fn fresh_tag(name: &str, in_use: &[SeatTag]) -> SeatTag {
    let letters = name.nfkd().flat_map(char::to_lowercase).filter(char::is_ascii_lowercase);
    let short: String = letters.take(TAG_LENGTH).collect();
    distinct_tag(if short.is_empty() { "seat" } else { &short }, in_use)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_in_whatever_shape_it_comes() {
        for (line, tag, typed, name, party) in [
            ("mei = Mei, claims lead @ Claims", "claims1", "mei", "Mei, claims lead", Some("Claims")),
            (
                "Tom, contact centre manager @ Contact Centre",
                "contact1",
                "tom",
                "Tom, contact centre manager",
                Some("Contact Centre"),
            ),
            ("- Ana (Risk)", "risk1", "ana", "Ana", Some("Risk")),
            ("  Jo ", "seat1", "jo", "Jo", None),
            ("5. Li Wei <li.wei@hospital.org> @ Wards", "wards1", "liw", "Li Wei", Some("Wards")),
            ("Élise @ Sales", "sales1", "eli", "Élise", Some("Sales")),
            ("Νίκος @ Sales", "sales1", "seat", "Νίκος", Some("Sales")),
            ("Priya @ Priya's team", "seat1", "pri", "Priya", Some("Priya's team")),
            ("p1 = Mei @ Claims", "p1", "p1", "Mei", Some("Claims")),
            ("me = Alex @ Ops", "me", "me", "Alex", Some("Ops")),
        ] {
            let listed = read_person(line, &[]).unwrap();
            assert_eq!(listed.person.tag, tag, "{line}");
            assert_eq!(listed.typed, typed, "{line}");
            assert_eq!(listed.name, name, "{line}");
            assert_eq!(listed.person.party.as_deref(), party, "{line}");
        }
    }

    #[test]
    fn several_people_on_one_line_are_several_people_and_one_with_a_role_is_one() {
        for (line, people) in [
            ("Ana (Pharmacy), Bo (Ward 3), Cara (IT)", 3),
            ("Ana, chief nurse (Wards), Bo @ IT", 2),
            ("Ana @ Risk; Bo, IT lead @ IT", 2),
            ("Ana, Bo Li, Cara, Dmitri", 4),
            ("Mei, claims lead @ Claims", 1),
            ("Mei, Claims", 1),
            ("Ana (Risk),", 1),
        ] {
            let found = people_on(line);
            assert_eq!(found.len(), people, "{line}: {found:?}");
        }
    }

    #[test]
    fn two_with_the_same_letters_are_typed_differently() {
        let first = read_person("Sam @ Claims", &[]).unwrap();
        let in_use = [first.person.tag, first.typed];
        let second = read_person("Samira @ Claims", &in_use).unwrap();
        assert_eq!((second.typed.as_str(), second.person.tag.as_str()), ("sam2", "claims2"));
    }

    #[test]
    fn a_name_stays_out_of_the_record_and_an_empty_line_is_nobody() {
        let listed = read_person("Mei @ Claims", &[]).unwrap();
        assert_eq!(listed.person.name, None);
        assert!(!format!("{:?}", listed.person).to_lowercase().contains("mei"));
        assert_eq!(read_person(" - @ ", &[]), None);
    }
}
