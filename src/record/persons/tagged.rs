use super::Persons;
use crate::record::{ListedName, SeatTag, Session};

/// The characters that stand between the tags of a list.
const BETWEEN: [char; 5] = [',', ' ', '+', '/', '&'];

/// The tags of seats, each with the words that everybody reads in its place.
///
/// A tag that got into a text, because the line was not read as meant, is replaced where it can only mean a person. A
/// word that only looks like a tag stays.
#[derive(Clone, Debug, Default)]
pub struct TaggedSeats<'a> {
    /// For each tag the name on record or the unit of its seat; `None` for a seat without both.
    seats: Vec<(&'a SeatTag, Option<&'a str>)>,
}

impl<'a> TaggedSeats<'a> {
    /// Returns the seats with these tags, each with the words that replace its tag.
    pub fn new(seats: impl IntoIterator<Item = (&'a SeatTag, Option<&'a str>)>) -> Self {
        Self { seats: seats.into_iter().collect() }
    }

    /// Returns everybody who ever had a seat in a session.
    pub fn of(session: &'a Session) -> Self {
        Self::new(session.everybody().iter().map(|person| {
            let name = person.name.as_deref().map(|name| ListedName::new(name).called());
            (&person.tag, name.or(person.party.as_deref()))
        }))
    }

    /// Removes the speakers from a text. "tom, mei> we agree" names two seats, although the grammar allows one.
    pub fn without_speakers(&self, text: &str) -> String {
        let Some((speakers, rest)) = text.split_once('>') else { return text.to_owned() };
        if self.all_of(speakers).is_some() { rest.trim_start().to_owned() } else { text.to_owned() }
    }

    /// Replaces tags where a tag can only mean a person: alone, in a list of tags, or where a line names an owner.
    pub fn without_tags(&self, text: &str) -> String {
        let low = text.to_lowercase();
        if !self.seats.iter().any(|(tag, _)| low.contains(&tag.to_lowercase())) {
            return text.to_owned();
        }
        match self.all_of(text) {
            Some(units) => units.join(", "),
            None => Persons::by_tag(&self.seats).without_names(text),
        }
    }

    /// Returns the replacements of a text that is a list of tags; `None` for any other text.
    fn all_of(&self, text: &str) -> Option<Vec<&'a str>> {
        let words = text.split(BETWEEN).filter(|word| !word.is_empty());
        let units = words.map(|word| self.instead(word)).collect::<Option<Vec<_>>>()?;
        (!units.is_empty()).then_some(units)
    }

    /// Returns the words that replace a seat's tag; `None` for any other word.
    fn instead(&self, word: &str) -> Option<&'a str> {
        let (_, called) = self.seats.iter().find(|(tag, _)| tag.as_str() == word)?;
        Some(called.unwrap_or("somebody"))
    }
}
