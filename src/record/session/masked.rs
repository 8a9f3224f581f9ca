//! Masks an event so that everybody may read it.

use super::Session;
use crate::record::{Event, Exposure, Fact, Mode, TaggedSeats};

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
        let seats = TaggedSeats::of(self);
        let is_scrap = event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. }));
        if is_scrap {
            event.said = event.said.map(|said| seats.without_tags(&seats.without_speakers(&said)));
        }
        for fact in &mut event.facts {
            match fact {
                Fact::Claimed(claim) => claim.note = claim.note.take().map(|note| seats.without_tags(&note)),
                Fact::Answered { text } => *text = seats.without_speakers(text),
                _ => {}
            }
        }
        event
    }
}
