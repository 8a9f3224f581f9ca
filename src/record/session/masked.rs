//! Masks an event so that everybody may read it.

use super::Session;
use crate::record::{Event, Exposure, Fact, Mode, Persons};

impl Session {
    /// Returns the event as everybody may read it. An anonymous line loses its speaker. A seat's tag that got into a
    /// text, because the line was not read as meant, is replaced by the seat's unit. A word that only looks like a tag
    /// stays.
    ///
    /// A solo session needs no masking: there is one person, and the usual tag, "me", is also a word.
    pub fn masked(&self, event: &Event) -> Event {
        let mut event = event.clone();
        if event.exposure == Exposure::Anonymous {
            event.speaker = None;
        }
        if self.mode() == Mode::Solo {
            return event;
        }
        let is_scrap = event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. }));
        if is_scrap {
            event.said = event.said.map(|said| without_tags(self, &without_speakers(self, &said)));
        }
        for fact in &mut event.facts {
            match fact {
                Fact::Claimed(claim) => claim.note = claim.note.take().map(|note| without_tags(self, &note)),
                Fact::Answered { text } => *text = without_speakers(self, text),
                _ => {}
            }
        }
        event
    }
}

/// Removes the speakers from a text. "tom, mei> we agree" names two seats, although the grammar allows one.
fn without_speakers(session: &Session, text: &str) -> String {
    let Some((speakers, rest)) = text.split_once('>') else { return text.to_owned() };
    let tags = speakers.split([',', ' ', '+', '/', '&']).filter(|word| !word.is_empty());
    let all_seats = tags.map(|tag| unit_of(session, tag)).collect::<Option<Vec<_>>>();
    if all_seats.is_some_and(|seats| !seats.is_empty()) {
        return rest.trim_start().to_owned();
    }
    text.to_owned()
}

/// Replaces tags by units where a tag can only mean a person: alone, in a list of tags, or where a line names an owner.
fn without_tags(session: &Session, text: &str) -> String {
    let words: Vec<&str> = text.split([',', ' ', '+', '/', '&']).filter(|word| !word.is_empty()).collect();
    let units: Vec<&str> = words.iter().filter_map(|word| unit_of(session, word)).collect();
    if !words.is_empty() && units.len() == words.len() {
        return units.join(", ");
    }
    Persons::by_tag(session).without_names(text)
}

/// Returns the text that replaces a seat's tag: the name on record, otherwise the unit or "somebody". `None` for any
/// other word.
fn unit_of<'a>(session: &'a Session, word: &str) -> Option<&'a str> {
    let seat = session.everybody().iter().find(|person| person.tag == word)?;
    Some(seat.name.as_deref().or(seat.party.as_deref()).unwrap_or("somebody"))
}
