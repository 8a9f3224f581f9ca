/// Returns a text in which no e-mail address stands: the addresses in a file are those of people.
pub(super) fn without_addresses(text: &str) -> String {
    if !text.contains('@') {
        return text.to_owned();
    }
    let word = |word: &str| if is_address(word) { "(an address)".to_owned() } else { word.to_owned() };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && host.split('.').all(|part| !part.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_covered_and_a_unit_is_not() {
        assert_eq!(without_addresses("Ana <ana@example.org>; risk"), "Ana (an address) risk");
        assert_eq!(without_addresses("@Claims and a@b"), "@Claims and a@b");
    }
}
