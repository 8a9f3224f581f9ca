use serde::{Deserialize, Serialize};

use super::text::is_word;
use super::{Fact, SeatTag, SessionTime, StepId};

/// Who may see an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Exposure {
    /// The whole room may see it.
    #[default]
    Room,
    /// Only the facilitator may see it.
    Private,
    /// The whole room may see it, but never with its speaker.
    Anonymous,
}

impl Exposure {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    fn is_room(&self) -> bool {
        *self == Exposure::Room
    }
}

/// The beginning of what is left of the key of an imported event whose text was removed for good.
const DIGEST: char = '~';

/// The number of hexadecimal digits behind it. No line with content is shorter than one that has no more than these.
const DIGITS: usize = 12;

/// Returns the digest of a key; a digest is its own.
pub fn key_digest(key: &str) -> String {
    let digits = key.strip_prefix(DIGEST).filter(|digits| digits.len() == DIGITS);
    if digits.is_some_and(|digits| digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))) {
        return key.to_owned();
    }
    let digits: String = blake3::hash(key.as_bytes()).to_hex().chars().take(DIGITS).collect();
    format!("{DIGEST}{digits}")
}

/// One line of a session file: the typed line or the key press, and the facts it was read as. Either all of its facts
/// hold, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The event's number in the file, from 1, without gaps.
    pub seq: u64,
    /// The time since the session was opened.
    pub at: SessionTime,
    /// The tag of the speaker; `None` when nobody was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SeatTag>,
    /// The person who typed, noted only when it changes; `None` means the same as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
    /// The step of the agenda that was current; `None` outside of any step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// Who may see the event.
    #[serde(default, skip_serializing_if = "Exposure::is_room")]
    pub exposure: Exposure,
    /// The origin of imported or transcribed facts; `None` for everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The line as typed, without the speaker's tag; `None` for a key press.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// The facts that the line or the key press was read as.
    pub facts: Vec<Fact>,
}

impl Event {
    /// Whether this event is a typed line. `counts.events` and `--until` count typed lines only.
    pub const fn is_line(&self) -> bool {
        self.said.is_some()
    }

    /// Whether this event orders that the text of an event is removed for good.
    pub fn orders_strike(&self) -> bool {
        self.facts.iter().any(|fact| matches!(fact, Fact::StrikeOrdered { .. }))
    }

    /// Returns what remains of this event once its text is removed for good: its number, its time, that it was removed,
    /// and whether it ended a round of hidden answers. Of an imported event also the digest of its key remains, so that
    /// the next edition of the file does not bring it back.
    #[must_use]
    pub fn struck(&self) -> Self {
        let ends_round = self.facts.iter().any(|fact| matches!(fact, Fact::Revealed { .. } | Fact::Discarded));
        let facts = ends_round.then_some(Fact::Discarded).into_iter().chain([Fact::Struck]).collect();
        Self { seq: self.seq, at: self.at, source: self.source_key().map(key_digest), facts, ..Self::default() }
    }

    /// Returns the key under which an imported file states this event; `None` for an event of any other origin.
    pub fn source_key(&self) -> Option<&str> {
        self.source.as_deref().filter(|_| !self.is_line())
    }

    /// Whether the text of this event was removed for good.
    pub fn is_struck(&self) -> bool {
        self.facts.last() == Some(&Fact::Struck) && *self == self.struck()
    }

    /// Whether the text of this event can be removed for good: it states something, and no other event depends on it.
    ///
    /// A title cannot: the header of the file and every list of sessions show it, so it is changed instead. Nor can an
    /// undo or an order to strike: they contain no text, and without them what they removed would come back.
    pub fn can_be_struck(&self) -> bool {
        self.can_be_taken_back() && !self.orders_strike() && !self.is_struck()
    }

    /// Returns the number of the event that this event stands in place of: the words of a line are the same, and they are
    /// read anew; or the newer edition of a file states something else under the same key. `None` for any other event.
    ///
    /// The first fact takes that event back; the facts behind it are the new reading.
    pub fn replaces(&self) -> Option<u64> {
        let is_stated = self.is_line() || self.source.is_some();
        match self.facts.as_slice() {
            [Fact::Retracted { seq }, read @ ..] if is_stated && !read.is_empty() => {
                (!read.iter().any(Fact::is_undo_or_redo)).then_some(*seq)
            }
            _ => None,
        }
    }

    /// Returns what the event states, without the fact that takes back the line it stands in place of.
    pub fn stated(&self) -> &[Fact] {
        self.facts.get(usize::from(self.replaces().is_some())..).unwrap_or_default()
    }

    /// Whether undo may take this event back: it states something, and is neither an undo nor a redo.
    pub fn can_be_taken_back(&self) -> bool {
        let bookkeeping = self.stated().iter().any(Fact::is_undo_or_redo)
            || self.said.as_deref().is_some_and(|said| is_word(said, "undo"));
        !bookkeeping && (self.is_line() || self.facts.iter().any(Fact::is_content))
    }
}
