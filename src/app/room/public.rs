use crate::app::Recording;
use crate::graph::Owner;
use crate::record::{Event, Exposure, Fact};

/// What stands for somebody whom nobody may name.
const SOMEBODY: &str = "somebody";

/// The public part of an event: without what is for the facilitator alone, and without the speaker of an unnamed line.
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

/// The same event with everybody in it called as the room calls them.
pub(super) fn with_public_names(event: &Event, recording: &Recording) -> Event {
    let mut event = event.clone();
    event.speaker = event.speaker.and_then(|tag| public_name(&tag, recording).map(Into::into));
    let unnamed = event.exposure != Exposure::Room;
    for fact in &mut event.facts {
        let whos = match fact {
            Fact::Committed { who, .. } | Fact::Decided { who, .. } => [Some(who), None],
            Fact::Watched { first, acts, .. } => [Some(first), Some(acts)],
            _ => [None, None],
        };
        for who in whos.into_iter().flatten() {
            let named = |who: String| public_name(&who, recording).filter(|_| !unnamed);
            *who = who.take().map(|who| named(who).unwrap_or_else(|| SOMEBODY.to_owned()));
        }
    }
    event
}

/// How the room calls a seat or a unit: by the name its owner asked for, else by the unit; nothing for anybody else.
pub(super) fn public_name(who: &str, recording: &Recording) -> Option<String> {
    Owner::of(recording.session(), recording.ledger(), who).called()
}
