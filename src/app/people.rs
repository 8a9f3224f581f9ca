//! People as a pasted list: one a line, in whatever shape it came.

use unicode_normalization::UnicodeNormalization;

use crate::record::Person;
use crate::record::text::clean;

/// The longest tag a scribe should have to type.
const TAG_LENGTH: usize = 3;

/// The longest tag that is read as one.
const LONGEST_TAG: usize = 8;

/// Somebody on a pasted list: a seat for the record, and a name that stays out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The seat: tag and unit.
    pub person: Person,
    /// The name as listed.
    pub name: String,
}

/// Reads one line such as `mei = Mei, claims lead @ Claims`, `Mei, claims lead @ Claims`, `Mei (Claims)` or `Mei`.
///
/// Without a tag of its own a person gets the first letters of the name, distinct from the tags in use.
pub fn read_person(line: &str, in_use: &[String]) -> Option<Listed> {
    let line = clean(line);
    let line = line.trim().trim_start_matches(['-', '*', '•']).trim();
    let line = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')']).trim();
    let line = without_address(line);
    let line = line.as_str();
    let (tag, rest) = match line.split_once('=') {
        Some((tag, rest)) if is_tag(tag.trim()) => (Some(tag.trim().to_owned()), rest.trim()),
        _ => (None, line),
    };
    let (name, party) = name_and_party(rest);
    if !name.chars().any(char::is_alphanumeric) {
        return None;
    }
    let tag = tag.unwrap_or_else(|| fresh_tag(name, in_use));
    let party = party.filter(|party| party.chars().any(char::is_alphanumeric)).map(str::to_owned);
    Some(Listed { person: Person { tag, party, ..Person::default() }, name: name.to_owned() })
}

/// Whether a text can be a tag: one to eight lower-case letters or digits, a letter first.
pub fn is_tag(text: &str) -> bool {
    let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    (1..=LONGEST_TAG).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(lawful)
}

/// A line without what stands in angle brackets: an address is nobody's name.
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

fn fresh_tag(name: &str, in_use: &[String]) -> String {
    let letters = name.nfkd().flat_map(char::to_lowercase).filter(char::is_ascii_lowercase);
    let short: String = letters.take(TAG_LENGTH).collect();
    distinct_tag(if short.is_empty() { "seat" } else { &short }, in_use)
}

/// This tag, with a number behind it where somebody has it already.
pub fn distinct_tag(tag: &str, in_use: &[String]) -> String {
    let taken = |tag: &str| in_use.iter().any(|known| known == tag);
    let numbered = (2u32..).map(|number| {
        let number = number.to_string();
        let room = LONGEST_TAG.saturating_sub(number.len());
        format!("{}{number}", tag.get(..room).unwrap_or(tag))
    });
    std::iter::once(tag.to_owned()).chain(numbered).find(|tag| !taken(tag)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_in_whatever_shape_it_comes() {
        for (line, tag, name, party) in [
            ("mei = Mei, claims lead @ Claims", "mei", "Mei, claims lead", Some("Claims")),
            (
                "Tom, contact centre manager @ Contact Centre",
                "tom",
                "Tom, contact centre manager",
                Some("Contact Centre"),
            ),
            ("- Ana (Risk)", "ana", "Ana", Some("Risk")),
            ("  Jo ", "jo", "Jo", None),
            ("5. Li Wei <li.wei@hospital.org> @ Wards", "liw", "Li Wei", Some("Wards")),
            ("Élise @ Sales", "eli", "Élise", Some("Sales")),
            ("Νίκος @ Sales", "seat", "Νίκος", Some("Sales")),
        ] {
            let listed = read_person(line, &[]).unwrap();
            assert_eq!(listed.person.tag, tag, "{line}");
            assert_eq!(listed.name, name, "{line}");
            assert_eq!(listed.person.party.as_deref(), party, "{line}");
        }
    }

    #[test]
    fn two_with_the_same_letters_get_two_tags() {
        let first = read_person("Sam @ Claims", &[]).unwrap().person.tag;
        assert_eq!(read_person("Samira @ Risk", &[first]).unwrap().person.tag, "sam2");
    }

    #[test]
    fn a_numbered_tag_is_no_longer_than_a_tag_can_be() {
        assert_eq!(distinct_tag("mei", &["mei".to_owned(), "mei2".to_owned()]), "mei3");
        assert_eq!(distinct_tag("abcdefgh", &["abcdefgh".to_owned()]), "abcdefg2");
    }

    #[test]
    fn a_name_stays_out_of_the_record_and_an_empty_line_is_nobody() {
        assert_eq!(read_person("Mei @ Claims", &[]).unwrap().person.name, None);
        assert_eq!(read_person(" - @ ", &[]), None);
    }
}
