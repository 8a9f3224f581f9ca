//! Input that waits to become an event, and input that could not be saved.

use std::collections::VecDeque;
use std::mem::discriminant;

use crate::capture::Reading;
use crate::record::{Fact, RoomView, SeatTag};

/// Input that becomes an event as soon as the previous one is on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Todo {
    /// A line to be read.
    Line {
        /// The line.
        text: String,
        /// Whether it was typed in the entry line, rather than pasted or taken from an offer.
        from_entry: bool,
    },
    /// A typed line, to be recorded as one of the readings that are offered for it.
    LineAs {
        /// The line.
        text: String,
        /// The index of the reading among those offered.
        offer: usize,
    },
    /// An earlier line, to be recorded anew as a reading that is offered for it.
    Reread {
        /// The number of the line's event.
        seq: u64,
        /// The reading.
        reading: Box<Reading>,
    },
    /// New words for an earlier line, to be read where that line stands.
    Mend(Mending),
    /// An earlier line, said by another seat, or by nobody named.
    SaidBy {
        /// The number of the line's event.
        seq: u64,
        /// The seat.
        seat: Option<SeatTag>,
    },
    /// An act of the facilitator.
    Act(Vec<Fact>),
    /// An act without a speaker.
    Unnamed(Vec<Fact>),
    /// An act, with the notice to show once it is on disk.
    Told(Vec<Fact>, String),
    /// An act without a speaker, with the notice to show once it is on disk.
    UnnamedTold(Vec<Fact>, String),
    /// Take back whatever is the last act when this entry is written.
    Undo,
    /// Restore the act that was taken back last.
    Redo,
    /// The fact that the session resumes, written before its first act.
    Resume(Fact),
}

/// New words for an earlier line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mending {
    /// The number of the line's event.
    pub seq: u64,
    /// The words, with the tag of their speaker if they have one.
    pub text: String,
    /// The seat that says words without a tag.
    pub seat: Option<SeatTag>,
    /// The index of the reading to record among those offered for the words; `None` for the words as they are read.
    pub offer: Option<usize>,
    /// Whether the words were typed in the entry line.
    pub from_entry: bool,
}

impl Todo {
    /// Returns the text, if it is a line.
    pub fn line(&self) -> Option<&str> {
        match self {
            Self::Line { text, .. } | Self::LineAs { text, .. } | Self::Mend(Mending { text, .. }) => Some(text),
            _ => None,
        }
    }

    /// Returns its facts; empty where they are not known before it is written.
    pub fn facts(&self) -> &[Fact] {
        match self {
            Self::Act(facts) | Self::Unnamed(facts) | Self::Told(facts, _) | Self::UnnamedTold(facts, _) => facts,
            Self::Resume(fact) => std::slice::from_ref(fact),
            Self::Line { .. }
            | Self::LineAs { .. }
            | Self::Reread { .. }
            | Self::Mend(_)
            | Self::SaidBy { .. }
            | Self::Undo
            | Self::Redo => &[],
        }
    }

    /// Returns it as it waits after a failed write: a line that was to be recorded as offered is a typed line again.
    #[must_use]
    pub fn as_typed(self) -> Self {
        match self {
            Self::LineAs { text, .. } => Self::Line { text, from_entry: true },
            Self::Mend(mending) => Self::Mend(Mending { offer: None, ..mending }),
            todo => todo,
        }
    }

    /// Whether it only changes the room's view.
    pub fn is_view(&self) -> bool {
        matches!(self.facts(), [Fact::Shown { .. }])
    }

    /// Whether it lowers the curtain.
    pub fn is_curtain(&self) -> bool {
        matches!(self.facts(), [Fact::Shown { view: RoomView::Curtain }])
    }

    /// Whether it holds no typed text, so that the key can be pressed again.
    pub fn is_a_key(&self) -> bool {
        let is_key = |fact: &Fact| {
            matches!(
                fact,
                Fact::Resumed { .. }
                    | Fact::Closed
                    | Fact::StepEntered { .. }
                    | Fact::ClockPaused
                    | Fact::ClockRan
                    | Fact::TimeAdded { .. }
                    | Fact::Collecting(_)
                    | Fact::Discarded
                    | Fact::Polled(_)
                    | Fact::PollDropped
                    | Fact::Revealed { .. }
                    | Fact::Turned { .. }
                    | Fact::Shown { .. }
                    | Fact::StrikeOrdered { .. }
                    | Fact::MadePrivate
                    | Fact::MadeShared
                    | Fact::StaysHere
                    | Fact::MayTravel
                    | Fact::Retracted { .. }
                    | Fact::Restored { .. }
                    | Fact::LeftAsText { .. }
            )
        };
        match self {
            Self::Line { .. } | Self::LineAs { .. } | Self::Mend(_) => false,
            Self::Undo | Self::Redo | Self::Reread { .. } | Self::SaidBy { .. } => true,
            todo => todo.facts().iter().any(is_key),
        }
    }
}

/// Input that could not be saved. It stays until it is saved or dropped on purpose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unsaved {
    /// The reason, in one sentence.
    pub reason: String,
    /// Whether the first line is in the entry line again.
    pub in_entry: bool,
    /// Whether that line was changed in the entry line, so that typed text belongs to it.
    pub changed: bool,
    /// The input that waits in addition to the entry line, in order.
    pub todo: VecDeque<Todo>,
    /// The first key whose act could not be saved: a sentence about the key, and the facts of its act.
    pub key: Option<(String, Vec<Fact>)>,
    /// The number of further keys whose acts could not be saved.
    pub more_keys: usize,
}

impl Unsaved {
    /// Returns how many lines are not saved.
    pub fn lines(&self) -> usize {
        self.todo.iter().filter(|todo| todo.line().is_some()).count() + usize::from(self.in_entry)
    }

    /// Whether nothing unsaved is left.
    pub fn is_over(&self) -> bool {
        !self.in_entry && self.todo.is_empty() && self.key.is_none()
    }

    /// Updates the warning after an event with these facts was saved. The sentence about a failed key is dropped,
    /// except that a failed change of what the room sees stays until such a change is saved.
    pub fn done(&mut self, facts: &[Fact]) {
        let same = |wanted: &Fact| facts.iter().any(|fact| discriminant(fact) == discriminant(wanted));
        let is_seen = |wanted: &Fact| matches!(wanted, Fact::Shown { .. } | Fact::Revealed { .. });
        let stays = |wanted: &[Fact]| wanted.iter().any(is_seen) && !wanted.iter().any(same);
        self.key = self.key.take().filter(|(_, wanted)| stays(wanted));
        if self.todo.is_empty() && !self.in_entry {
            self.reason.clear();
        }
    }
}

/// A line in the popup of waiting lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedLine {
    /// The text of the line.
    pub text: String,
    /// The earlier line that gets these words, if it is no new line.
    pub mends: Option<Mending>,
}

impl PastedLine {
    /// Returns a new line.
    pub const fn new(text: String) -> Self {
        Self { text, mends: None }
    }
}
