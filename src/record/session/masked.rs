//! What everybody may read of an event.

use super::Session;
use crate::record::{Event, Exposure, Fact, Mode};

impl Session {
    /// An event as it may stand where everybody reads it: a line without a name has no speaker, and a seat's tag that
    /// got into a text because the line was not read as meant becomes its unit.
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
            event.said = event.said.map(|said| without_tags(self, &said));
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

fn without_tags(session: &Session, text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars().map(Some).chain([None]) {
        if let Some(c) = c.filter(|c| c.is_alphanumeric()) {
            word.push(c);
            continue;
        }
        masked.push_str(unit_of(session, &word).unwrap_or(&word));
        masked.extend(c);
        word.clear();
    }
    masked
}

/// What stands for a word that is the tag of a seat.
fn unit_of<'a>(session: &'a Session, word: &str) -> Option<&'a str> {
    let seat = session.everybody().iter().find(|person| person.tag == word)?;
    Some(seat.name.as_deref().or(seat.party.as_deref()).unwrap_or("somebody"))
}
