use std::borrow::Cow;

use crate::app::recording::Recording;
use crate::record::spoken::TAKEN_BACK;
use crate::record::text::clean;
use crate::record::{Event, Fact, Relation, SeatTag};

/// How a line differs from what was typed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MendedBy {
    /// It has other words.
    Words,
    /// Its words are read as something else.
    Reading,
    /// Somebody else said it.
    Speaker,
}

/// One line, or answers that were shown together, as read back to the room.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the line")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The number of the event.
    pub seq: u64,
    /// The speaker, by the short form typed for them.
    pub speaker: Option<SeatTag>,
    /// The sentence read back.
    pub sentence: String,
    /// The sentence as the room may read it: with units, and with names only where their owners asked for that.
    pub in_public: String,
    /// Whether it was typed as a line.
    pub typed: bool,
    /// Whether the line could not be read.
    pub scrap: bool,
    /// How it differs from what was typed first; `None` if it does not.
    pub mended: Option<MendedBy>,
    /// Whether the line was taken back.
    pub taken_back: bool,
    /// Whether a later count of hands replaced this one.
    pub recounted: bool,
}

impl Captured {
    /// Whether it is a typed line that was not taken back.
    pub(in crate::app) const fn stands(&self) -> bool {
        self.typed && !self.taken_back
    }

    /// Returns one of its sentences, with a prefix where the line was taken back.
    pub fn told<'a>(&self, sentence: &'a str) -> Cow<'a, str> {
        if self.taken_back { format!("{TAKEN_BACK}{sentence}").into() } else { sentence.into() }
    }
}

/// Whether an event is listed: a typed line, or answers that a round has shown.
pub(in crate::app) fn is_listed(event: &Event) -> bool {
    let shows = |fact: &Fact| matches!(fact, Fact::Revealed { .. } | Fact::Voted { .. } | Fact::PollCounted { .. });
    event.can_be_taken_back() && (event.is_line() || event.facts.iter().any(shows))
}

/// Whether a fact may change which counts of hands are valid.
pub(in crate::app) const fn recounts(fact: &Fact) -> bool {
    fact.revises() || matches!(fact, Fact::Voted { .. })
}

/// Returns every listed event of a recording.
pub(in crate::app) fn all(recording: &Recording) -> Vec<Captured> {
    let listed = recording.session().events().iter().filter(|event| is_listed(event));
    listed.map(|event| one(recording, event)).collect()
}

/// Returns the entry for one event.
pub(in crate::app) fn one(recording: &Recording, event: &Event) -> Captured {
    let told = |sentence: Option<String>| [sentence, texts(event)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Captured {
        seq: event.seq,
        speaker: event.speaker.as_deref().map(|tag| recording.names().typed_for(tag).into()),
        sentence: told(recording.retell(event)),
        in_public: told(recording.retell_in_public(event)),
        typed: event.is_line(),
        mended: mended(recording, event),
        scrap: event.stated().iter().any(|fact| matches!(fact, Fact::Scrapped { .. })),
        taken_back: !recording.session().stands(event.seq),
        recounted: false,
    }
}

/// Returns how a line as it stands now differs from what was typed first.
fn mended(recording: &Recording, now: &Event) -> Option<MendedBy> {
    let session = recording.session();
    let first = session.recorded_event(now.seq).filter(|_| session.is_corrected(now.seq))?;
    Some(match (first.said == now.said, first.speaker == now.speaker) {
        (false, _) => MendedBy::Words,
        (true, false) => MendedBy::Speaker,
        (true, true) => MendedBy::Reading,
    })
}

/// Returns the answers that an event shows.
pub(in crate::app) fn texts(event: &Event) -> Option<String> {
    let shown = event.facts.iter().filter_map(|fact| match fact {
        Fact::Revealed { texts } => Some(texts),
        _ => None,
    });
    let texts: Vec<String> = shown.flatten().map(|text| format!("“{}”", clean(text))).collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

/// Returns the subject of a line: the start of its last arrow, or the thing it names.
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
