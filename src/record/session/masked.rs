//! What everybody may read of an event.

use super::Session;
use crate::record::{Event, Exposure, Fact, Mode, Persons};

impl Session {
    /// An event as it may stand where everybody reads it: a line without a name has no speaker, and a seat's tag that
    /// got into a text because the line was not read as meant becomes its unit. A word that only looks like a tag stays.
    ///
    /// Alone there is nobody to tell apart, and the usual tag, "me", is a word.
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

/// "tom, mei> we agree" names two seats where the grammar knows one.
fn without_speakers(session: &Session, text: &str) -> String {
    let Some((speakers, rest)) = text.split_once('>') else { return text.to_owned() };
    let tags = speakers.split([',', ' ', '+', '/', '&']).filter(|word| !word.is_empty());
    let all_seats = tags.map(|tag| unit_of(session, tag)).collect::<Option<Vec<_>>>();
    if all_seats.is_some_and(|seats| !seats.is_empty()) {
        return rest.trim_start().to_owned();
    }
    text.to_owned()
}

/// A text with units in place of tags, where a tag can be nothing but somebody: alone, in a list of tags, or where a
/// line names whose something is.
fn without_tags(session: &Session, text: &str) -> String {
    let words: Vec<&str> = text.split([',', ' ', '+', '/', '&']).filter(|word| !word.is_empty()).collect();
    let units: Vec<&str> = words.iter().filter_map(|word| unit_of(session, word)).collect();
    if !words.is_empty() && units.len() == words.len() {
        return units.join(", ");
    }
    Persons::by_tag(session).without_names(text)
}

/// What stands for a word that is the tag of a seat.
fn unit_of<'a>(session: &'a Session, word: &str) -> Option<&'a str> {
    let seat = session.everybody().iter().find(|person| person.tag == word)?;
    Some(seat.name.as_deref().or(seat.party.as_deref()).unwrap_or("somebody"))
}
