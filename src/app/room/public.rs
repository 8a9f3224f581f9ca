use crate::app::Recording;
use crate::record::{Event, Exposure, Fact};

/// The word for a person who must not be named.
const SOMEBODY: &str = "somebody";

/// Returns the public part of an event: without content for the facilitator alone, and without the speaker of an
/// unnamed line.
pub(in crate::app) fn public(event: Event) -> Event {
    let Event { exposure, mut facts, speaker, said, .. } = event;
    let is_private = exposure == Exposure::Private;
    if is_private {
        facts.retain(|fact| !fact.is_content());
    }
    Event {
        facts,
        speaker: speaker.filter(|_| exposure == Exposure::Room),
        said: said.filter(|_| !is_private),
        scribe: None,
        source: None,
        ..event
    }
}

/// Returns the event with the public name of everybody in it.
pub(super) fn with_public_names(event: &Event, recording: &Recording) -> Event {
    let mut event = event.clone();
    event.speaker = event.speaker.and_then(|tag| recording.in_public(&tag).map(Into::into));
    let unnamed = event.exposure != Exposure::Room;
    for fact in &mut event.facts {
        let whos = match fact {
            Fact::Committed { who, .. } | Fact::Decided { who, .. } => [Some(who), None],
            Fact::Watched { first, acts, .. } => [Some(first), Some(acts)],
            _ => [None, None],
        };
        for who in whos.into_iter().flatten() {
            let named = |who: String| recording.in_public(&who).filter(|_| !unnamed);
            *who = who.take().map(|who| named(who).unwrap_or_else(|| SOMEBODY.to_owned()));
        }
    }
    event
}
