//! Seats: the tags that stand for people in the record, and how the scribe names a seat.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::words::fold;
use crate::record::{ListedName, Names, ONESELF, SeatTag, Session};

/// The maximum length of a tag, in bytes.
const LONGEST_TAG: usize = 8;

/// The beginning of the tags of seats without a unit.
const SEAT: &str = "seat";

/// Whether a text can be a tag: one to eight lower-case letters or digits, a letter first.
pub fn is_tag(text: &str) -> bool {
    let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    (1..=LONGEST_TAG).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(lawful)
}

/// Returns the tag of a new seat, which names nobody: the first word of the unit and the first number that is not in
/// use.
pub fn neutral_tag(party: Option<&str>, in_use: &[SeatTag]) -> SeatTag {
    NeutralTags::beside(in_use).next(party)
}

/// Gives tags to many new seats, each the tag that [`neutral_tag`] would give.
#[derive(Debug, Default)]
pub struct NeutralTags {
    in_use: HashSet<SeatTag>,
    /// For each beginning of tags, the number of the next one.
    next: HashMap<String, u32>,
}

impl NeutralTags {
    /// Gives tags beside those that are in use.
    pub fn beside<'a>(in_use: impl IntoIterator<Item = &'a SeatTag>) -> Self {
        Self { in_use: in_use.into_iter().cloned().collect(), next: HashMap::new() }
    }

    /// Returns the tag of the next new seat of a unit.
    pub fn next(&mut self, party: Option<&str>) -> SeatTag {
        let stem = stem(party);
        let from = self.next.get(&stem).copied().unwrap_or(1);
        for number in from.. {
            let tag = numbered(&stem, number);
            if self.in_use.insert(tag.clone()) {
                self.next.insert(stem, number.saturating_add(1));
                return tag;
            }
        }
        SeatTag::default()
    }
}

fn numbered(stem: &str, number: u32) -> SeatTag {
    let number = number.to_string();
    let room = LONGEST_TAG.saturating_sub(number.len());
    format!("{}{number}", stem.get(..room).unwrap_or(stem)).into()
}

/// Returns the beginning of the tags of a unit.
fn stem(party: Option<&str>) -> String {
    let letters =
        |word: &str| -> String { word.nfkd().flat_map(char::to_lowercase).filter(char::is_ascii_lowercase).collect() };
    let mut words = party.into_iter().flat_map(str::split_whitespace).map(letters);
    words.find(|word| word.len() > 1).unwrap_or_else(|| SEAT.to_owned())
}

/// Whether a tag consists of the unit's beginning and a number.
pub(super) fn is_of_unit(tag: &str, party: Option<&str>) -> bool {
    let stem = stem(party);
    let letters = tag.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() < tag.len() && stem.starts_with(letters) && (letters.len() == stem.len() || tag.len() == LONGEST_TAG)
}

/// Returns the tag unchanged, or with a number after it if it is in use already.
pub fn distinct_tag(tag: &str, in_use: &[SeatTag]) -> SeatTag {
    let numbered = (2u32..).map(|number| numbered(tag, number));
    std::iter::once(tag.into()).chain(numbered).find(|tag| !in_use.contains(tag)).unwrap_or_default()
}

/// Returns the seat that the scribe means: by its tag, its short form, a name, or the beginning of a name or short form
/// that only one person has. `None` when nobody matches, or several people do.
pub fn seat_meant(typed: &str, session: &Session, names: &Names) -> Option<SeatTag> {
    exactly(typed, session, names).or_else(|| {
        let wanted = fold(typed);
        let begins = |text: &str| fold(text).starts_with(&wanted);
        let first = |name: &str| fold(ListedName::new(name).first()) == wanted;
        let called = |name: &str| fold(ListedName::new(name).called()) == wanted;
        only(names.names.iter().filter(|(_, name)| first(name) || called(name)).map(|(tag, _)| tag)).or_else(|| {
            let listed = names.names.iter().map(|(tag, name)| (tag, name.as_str()));
            let typed = names.typed.iter().map(|(tag, typed)| (tag, typed.as_str()));
            only(listed.chain(typed).filter(|(_, text)| begins(text)).map(|(tag, _)| tag))
        })
    })
}

/// Returns the seat of whoever is called so before a colon: by tag, short form, first name, last name, whole name or
/// initials, in upper or lower case. `None` when that is nobody, or several people.
pub fn seat_called(typed: &str, session: &Session, names: &Names) -> Option<SeatTag> {
    exactly(typed, session, names).or_else(|| {
        let wanted = fold(typed);
        let tags = session.tags().iter().map(|tag| (tag, tag.as_str()));
        let short = names.typed.iter().map(|(tag, typed)| (tag, typed.as_str()));
        let by_tag = tags.chain(short).filter(|(_, text)| fold(text) == wanted).map(|(tag, _)| tag);
        only(by_tag).or_else(|| {
            let listed = names.names.iter().map(|(tag, name)| (tag, name.as_str()));
            let on_record = session.people().iter().filter_map(|person| Some((&person.tag, person.name.as_deref()?)));
            let is_called = |name: &str| has_part(ListedName::new(name), typed, &wanted);
            only(listed.chain(on_record).filter(|(_, name)| is_called(name)).map(|(tag, _)| tag))
        })
    })
}

/// Whether somebody with this name and this short form is called so before a colon; see [`seat_called`].
pub fn is_called(name: &str, short: &str, typed: &str) -> bool {
    let wanted = fold(typed);
    fold(short) == wanted || has_part(ListedName::new(name), typed, &wanted)
}

/// Whether a name, a part of it or its initials are these; `folded` is the text in comparable letters.
fn has_part(name: ListedName<'_>, typed: &str, folded: &str) -> bool {
    let called = name.called();
    let last = called.split_whitespace().next_back().unwrap_or_default();
    let initials: String = called.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let short = typed.chars().count() > 1 && typed.chars().all(char::is_uppercase) && fold(&initials) == folded;
    short || [called, name.first(), last].into_iter().any(|name| !name.is_empty() && fold(name) == folded)
}

/// Returns the seat with exactly this tag or short form.
pub fn exactly(typed: &str, session: &Session, names: &Names) -> Option<SeatTag> {
    let seat = session.tags().iter().chain(names.typed.keys()).find(|tag| *tag == typed).cloned();
    seat.or_else(|| only(names.typed.iter().filter(|(_, alias)| *alias == typed).map(|(tag, _)| tag)))
}

/// Returns the seat if all items are the same seat; `None` otherwise.
fn only<'a>(mut seats: impl Iterator<Item = &'a SeatTag>) -> Option<SeatTag> {
    let first = seats.next()?;
    seats.all(|other| other == first).then(|| first.clone())
}

/// Whether a tag says nothing about its owner: a letter and a number, "seat" and a number, or the tag of a solo
/// session.
pub fn is_neutral(tag: &str) -> bool {
    let number = tag.strip_prefix(SEAT).or_else(|| tag.get(1..)).unwrap_or_default();
    tag == ONESELF || (is_tag(tag) && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_called_by_its_unit_and_a_number() {
        let in_use = ["claims1".into()];
        for (party, tag) in [
            (Some("Claims"), "claims2"),
            (Some("Contact Centre"), "contact1"),
            (Some("Underwriting"), "underwr1"),
            (Some("Ärzte"), "arzte1"),
            (Some("R & D"), "seat1"),
            (Some("営業"), "seat1"),
            (None, "seat1"),
        ] {
            let found = neutral_tag(party, &in_use);
            assert_eq!(found, tag, "{party:?}");
            assert!(is_tag(&found));
        }
    }

    #[test]
    fn a_speaker_is_called_by_any_part_of_the_name() {
        let header = crate::record::Header {
            id: "a".into(),
            title: String::new(),
            opened: jiff::Timestamp::UNIX_EPOCH,
            zone: crate::record::Zone::UTC,
            kind: crate::record::SessionKind::Workshop,
            private: false,
            exact_names: true,
        };
        let session = Session::new(header);
        let names = Names {
            names: [("p1", "Grace Rowe, claims"), ("p2", "Tom Okoro"), ("p3", "Tom Rowe"), ("p4", "Zoë")]
                .into_iter()
                .map(|(tag, name)| (tag.into(), name.to_owned()))
                .collect(),
            typed: [("p1".into(), "gr".into()), ("p4".into(), "zoe".into())].into(),
            ..Names::default()
        };
        for (typed, seat) in [
            ("Grace", Some("p1")),
            ("GRACE", Some("p1")),
            ("grace rowe", Some("p1")),
            ("GR", Some("p1")),
            ("gr", Some("p1")),
            ("TO", Some("p2")),
            ("Okoro", Some("p2")),
            ("TR", Some("p3")),
            ("zoe", Some("p4")),
            ("Zoë", Some("p4")),
            ("Tom", None),
            ("Rowe", None),
            ("to", None),
            ("Gra", None),
            ("", None),
        ] {
            assert_eq!(seat_called(typed, &session, &names).as_deref(), seat, "{typed}");
        }
    }

    #[test]
    fn a_letter_and_a_number_name_nobody() {
        for (tag, neutral) in
            [("p1", true), ("seat12", true), ("me", true), ("mei", false), ("mei2", false), ("a", false)]
        {
            assert_eq!(is_neutral(tag), neutral, "{tag}");
        }
    }

    #[test]
    fn a_numbered_tag_is_no_longer_than_a_tag_can_be() {
        assert_eq!(distinct_tag("mei", &["mei".into(), "mei2".into()]), "mei3");
        assert_eq!(distinct_tag("abcdefgh", &["abcdefgh".into()]), "abcdefg2");
    }
}
