use crate::import::imported::ThingOwner;

/// Returns the owners that a cell or a field names. `A / B`, `A; B` and `A | B` are two; `A and B` is one. An e-mail
/// address is a person; anything else is what `usual` makes of it.
pub(in crate::import) fn owners(text: &str, usual: fn(String) -> ThingOwner) -> Vec<ThingOwner> {
    let parts = text.split([';', '|', '\n']).flat_map(|part| part.split(" / "));
    let named = parts.map(str::trim).filter(|part| !part.is_empty());
    named
        .map(|part| if is_address(part) { ThingOwner::Person(part.to_owned()) } else { usual(part.to_owned()) })
        .collect()
}

/// Whether a text is an e-mail address, alone or behind a name: `Ana Ruiz <ana@example.org>`.
pub(in crate::import) fn is_address(text: &str) -> bool {
    let last = text.rsplit([' ', '<']).next().unwrap_or_default().trim_end_matches('>');
    last.split_once('@').is_some_and(|(name, host)| {
        let host = host.trim_end_matches('.');
        !name.is_empty() && host.contains('.') && !host.contains('@') && host.split('.').all(|part| !part.is_empty())
    })
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
}
