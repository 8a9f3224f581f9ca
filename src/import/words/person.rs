use crate::import::imported::ThingOwner;
use crate::import::words::unit_words::is_unit_word;

/// Returns the owners that a cell or a field names. `A / B`, `A; B` and `A | B` are two; `A and B` is one. An e-mail
/// address is a person; anything else is what `usual` makes of it.
pub(in crate::import) fn owners(text: &str, usual: fn(String) -> ThingOwner) -> Vec<ThingOwner> {
    owner_parts(text)
        .map(|part| if is_address(part) { ThingOwner::Person(part.to_owned()) } else { usual(part.to_owned()) })
        .collect()
}

/// Returns the parts of a cell or a field that each name an owner, as [`owners`] tells them apart.
pub(in crate::import) fn owner_parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([';', '|', '\n']).flat_map(|part| part.split(" / "));
    parts.map(str::trim).filter(|part| !part.is_empty())
}

/// Whether a text is an e-mail address, alone or behind a name: `Ana Ruiz <ana@example.org>`.
pub(in crate::import) fn is_address(text: &str) -> bool {
    last_word(text).split_once('@').is_some_and(|(name, host)| {
        let host = host.trim_end_matches('.');
        !name.is_empty() && host.contains('.') && !host.contains('@') && host.split('.').all(|part| !part.is_empty())
    })
}

/// Returns the name of a person as it is listed: without the address behind it, and made from the address
/// `ana.ruiz@example.org` where there is nothing else. The address of a unit, `data.science@example.org`, is no name.
pub(in crate::import) fn listed_name(given: &str) -> String {
    let before = given.split('<').next().unwrap_or_default().trim().trim_matches('"').trim();
    if !is_address(given) || (!before.is_empty() && !before.contains('@')) {
        return before.to_owned();
    }
    let address = last_word(given);
    let parts: Vec<&str> = address.split('@').next().unwrap_or_default().split(['.', '_', '-']).collect();
    let is_name = |part: &&str| part.chars().count() > 1 && part.chars().all(char::is_alphabetic);
    if parts.len() > 1 && parts.iter().all(is_name) && !parts.iter().any(|part| is_unit_word(part)) {
        parts.iter().map(|part| capital(part)).collect::<Vec<_>>().join(" ")
    } else {
        address.to_owned()
    }
}

/// Returns what stands where an address does: the last word, without the brackets around it.
fn last_word(text: &str) -> &str {
    text.rsplit([' ', '<']).next().unwrap_or_default().trim_end_matches('>')
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_owners_are_told_apart_and_addresses_are_people() {
        let of = |text| owners(text, ThingOwner::Unit);
        let unit = |name: &str| ThingOwner::Unit(name.to_owned());
        assert_eq!(of("Claims / Service"), [unit("Claims"), unit("Service")]);
        assert_eq!(of("Claims; Service;"), [unit("Claims"), unit("Service")]);
        assert_eq!(of("Risk and Compliance"), [unit("Risk and Compliance")]);
        assert_eq!(of("I/O"), [unit("I/O")]);
        assert_eq!(of("ana@example.org"), [ThingOwner::Person("ana@example.org".to_owned())]);
        assert!(is_address("Ana Ruiz <ana@example.org>"));
        assert!(!is_address("@home") && !is_address("a@b") && !is_address("Claims"));
    }

    #[test]
    fn a_person_is_listed_by_name_where_the_file_tells_it() {
        for (given, name) in [
            ("Ana Ruiz", "Ana Ruiz"),
            ("Ana Ruiz <ana@example.org>", "Ana Ruiz"),
            ("ana.ruiz@example.org", "Ana Ruiz"),
            ("<ANA_RUIZ@example.org>", "Ana Ruiz"),
            ("info@example.org", "info@example.org"),
            ("data.science@example.org", "data.science@example.org"),
            ("a.ruiz@example.org", "a.ruiz@example.org"),
        ] {
            assert_eq!(listed_name(given), name, "{given}");
        }
    }
}
