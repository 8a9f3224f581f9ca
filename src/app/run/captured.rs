use std::borrow::Cow;

use crate::app::recording::Recording;
use crate::record::spoken::TAKEN_BACK;
use crate::record::text::clean;
use crate::record::{Event, Fact, Relation, SeatTag};

/// One line, or answers that were shown together, as it was read back to the room.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the line")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The event.
    pub seq: u64,
    /// Who said it, as the scribe types it.
    pub speaker: Option<SeatTag>,
    /// The sentence read back.
    pub sentence: String,
    /// The same as the room may read it: units, and a name only where somebody asked for theirs.
    pub in_public: String,
    /// Whether somebody typed it as a line.
    pub typed: bool,
    /// Whether it could not be read.
    pub scrap: bool,
    /// Whether it was taken back since.
    pub taken_back: bool,
    /// Whether it counts hands that were counted again since.
    pub recounted: bool,
}

impl Captured {
    /// Whether it is a line that stands.
    pub(in crate::app) const fn stands(&self) -> bool {
        self.typed && !self.taken_back
    }

    /// One of its sentences, with a prefix where the line was taken back.
    pub fn told<'a>(&self, sentence: &'a str) -> Cow<'a, str> {
        if self.taken_back { format!("{TAKEN_BACK}{sentence}").into() } else { sentence.into() }
    }
}

/// Whether an event is listed: a typed line, and what a round has shown.
pub(in crate::app) fn is_listed(event: &Event) -> bool {
    let shows = |fact: &Fact| matches!(fact, Fact::Revealed { .. } | Fact::Voted { .. });
    event.can_be_taken_back() && (event.is_line() || event.facts.iter().any(shows))
}

/// Whether a fact may change which counts of hands are valid.
pub(in crate::app) const fn recounts(fact: &Fact) -> bool {
    fact.is_undo_or_redo() || matches!(fact, Fact::Voted { .. } | Fact::StrikeOrdered { .. })
}

/// Everything in a recording that is listed.
pub(in crate::app) fn all(recording: &Recording) -> Vec<Captured> {
    let listed = recording.session().events().iter().filter(|event| is_listed(event));
    listed.map(|event| one(recording, event)).collect()
}

/// One of them.
pub(in crate::app) fn one(recording: &Recording, event: &Event) -> Captured {
    let told = |sentence: Option<String>| [sentence, texts(event)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Captured {
        seq: event.seq,
        speaker: event.speaker.as_deref().map(|tag| recording.names().typed_for(tag).into()),
        sentence: told(recording.retell(event)),
        in_public: told(recording.retell_in_public(event)),
        typed: event.is_line(),
        scrap: event.facts.iter().any(|fact| matches!(fact, Fact::Scrapped { .. })),
        taken_back: !recording.session().stands(event.seq),
        recounted: false,
    }
}

/// The answers that an event shows.
pub(in crate::app) fn texts(event: &Event) -> Option<String> {
    let shown = event.facts.iter().filter_map(|fact| match fact {
        Fact::Revealed { texts } => Some(texts),
        _ => None,
    });
    let texts: Vec<String> = shown.flatten().map(|text| format!("“{}”", clean(text))).collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

/// What a line is about: where its last arrow starts, or the thing it names.
pub(in crate::app) fn subject(event: &Event) -> Option<String> {
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
