use super::recording::Recording;
use crate::record::{Event, Fact, Relation};

/// One line, as it was read back to the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The event.
    pub seq: u64,
    /// Who said it, by tag.
    pub speaker: Option<String>,
    /// The sentence read back.
    pub sentence: String,
    /// The same as the room may read it: units, and a name only where somebody asked for theirs.
    pub in_public: String,
    /// Whether it could not be read.
    pub scrap: bool,
    /// Whether it was taken back since.
    pub taken_back: bool,
}

/// Every typed line of a recording.
pub(super) fn all(recording: &Recording) -> Vec<Captured> {
    let session = recording.session();
    let lines = session.events().iter().filter(|event| is_shown(event));
    lines.map(|event| one(recording, event)).collect()
}

/// Whether an event stands among what was said: a typed line, or what was collected and shown together.
pub(super) fn is_shown(event: &Event) -> bool {
    let together = event.facts.iter().any(|fact| matches!(fact, Fact::Revealed { .. }));
    (event.is_line() || together) && event.can_be_taken_back()
}

/// What was shown together, text by text.
fn together(event: &Event) -> Option<String> {
    let texts = event.facts.iter().find_map(|fact| match fact {
        Fact::Revealed { texts } if !texts.is_empty() => Some(texts),
        _ => None,
    })?;
    Some(format!("Shown together: {}", texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(" ")))
}

/// One line of a recording.
pub(super) fn one(recording: &Recording, event: &Event) -> Captured {
    Captured {
        seq: event.seq,
        speaker: event.speaker.clone(),
        sentence: together(event).or_else(|| recording.retell(event)).unwrap_or_default(),
        in_public: together(event).or_else(|| recording.retell_in_public(event)).unwrap_or_default(),
        scrap: event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. })),
        taken_back: !recording.session().stands(event.seq),
    }
}

/// What a line is about: where its last arrow starts, or the thing it names.
pub(super) fn subject(event: &Event) -> Option<String> {
    event.facts.iter().rev().find_map(|fact| match fact {
        Fact::Claimed(claim) if matches!(claim.kind, Relation::Owns | Relation::Covers) => Some(claim.to.clone()),
        Fact::Claimed(claim) => Some(claim.from.clone()),
        Fact::Stanced(stance) => Some(stance.from.clone()),
        Fact::Set { label, .. }
        | Fact::Observed { label, .. }
        | Fact::Ruled { label, .. }
        | Fact::Named { label, .. } => Some(label.clone()),
        _ => None,
    })
}
