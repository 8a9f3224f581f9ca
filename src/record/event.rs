use serde::{Deserialize, Serialize};

use super::text::is_word;
use super::{Fact, SeatTag, SessionTime, StepId};

/// Who may see what an event says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Exposure {
    /// The room.
    #[default]
    Room,
    /// The facilitator alone.
    Private,
    /// The room, but never with its speaker.
    Anonymous,
}

impl Exposure {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    fn is_room(&self) -> bool {
        *self == Exposure::Room
    }
}

/// One line of a session file: what was typed or keyed, and the facts it was read as, all or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its place in the file, from 1, without gaps.
    pub seq: u64,
    /// When it was said.
    pub at: SessionTime,
    /// The tag of whoever spoke; absent when nobody was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SeatTag>,
    /// Who typed, noted when it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
    /// The step of the agenda during which it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// Who may see it.
    #[serde(default, skip_serializing_if = "Exposure::is_room")]
    pub exposure: Exposure,
    /// Where imported or transcribed facts came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The line as typed, without the speaker's tag; absent for keyed acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// What the line was read as.
    pub facts: Vec<Fact>,
}

impl Event {
    /// Whether this is a typed line; the unit in which `counts.events` and `--until` count.
    pub const fn is_line(&self) -> bool {
        self.said.is_some()
    }

    /// What is left of this event after its text was removed for good: that something was said, when, and whether it
    /// ended a round of answers.
    #[must_use]
    pub fn struck(&self) -> Self {
        let ends_round = self.facts.iter().any(|fact| matches!(fact, Fact::Revealed { .. } | Fact::Discarded));
        let facts = ends_round.then_some(Fact::Discarded).into_iter().chain([Fact::Struck]).collect();
        Self { seq: self.seq, at: self.at, facts, ..Self::default() }
    }

    /// Whether the text of this event was removed for good, and nothing else is left of it.
    pub fn is_struck(&self) -> bool {
        self.facts.last() == Some(&Fact::Struck) && *self == self.struck()
    }

    /// Whether the text of this event can be removed for good: it said something, and nothing else hangs on it.
    ///
    /// A title cannot: the header of the file and every list of sessions show it, so it is changed instead. Nor can an
    /// undo or an order to strike: they contain no text, and without them what they removed would come back.
    pub fn can_be_struck(&self) -> bool {
        let orders = self.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { .. }));
        self.can_be_taken_back() && !orders && !self.is_struck()
    }

    /// Whether undo may take this event back: it said something, and it is not itself an undo or a redo.
    pub fn can_be_taken_back(&self) -> bool {
        let bookkeeping = self.facts.iter().any(Fact::is_undo_or_redo)
            || self.said.as_deref().is_some_and(|said| is_word(said, "undo"));
        !bookkeeping && (self.is_line() || self.facts.iter().any(Fact::is_content))
    }
}
