//! What is to become events, and what could not be saved.

use std::collections::VecDeque;
use std::mem::discriminant;

use crate::record::{Fact, RoomView};

/// Something that is to become an event, as soon as the one before it is on disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Todo {
    /// A line to be read.
    Line {
        /// The line.
        text: String,
        /// Whether it was typed in the entry line, rather than pasted or made of an offer.
        from_entry: bool,
    },
    /// An act of whoever holds the keyboard.
    Act(Vec<Fact>),
    /// An act without a speaker.
    Unnamed(Vec<Fact>),
    /// An act, and the sentence told once it is on disk.
    Told(Vec<Fact>, String),
    /// An act without a speaker, and the sentence told once it is on disk.
    UnnamedTold(Vec<Fact>, String),
    /// Take back what was done last, as of its turn.
    Undo,
    /// Bring back what was taken back last.
    Redo,
    /// The session is taken up again, before the first act in it.
    Resume(Fact),
}

impl Todo {
    /// The line, if it is one.
    pub fn line(&self) -> Option<&str> {
        match self {
            Self::Line { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Its facts, as far as they are known before its turn.
    pub fn facts(&self) -> &[Fact] {
        match self {
            Self::Act(facts) | Self::Unnamed(facts) | Self::Told(facts, _) | Self::UnnamedTold(facts, _) => facts,
            Self::Resume(fact) => std::slice::from_ref(fact),
            Self::Line { .. } | Self::Undo | Self::Redo => &[],
        }
    }

    /// Whether it does nothing but choose what the room looks at.
    pub fn is_view(&self) -> bool {
        matches!(self.facts(), [Fact::Shown { .. }])
    }

    /// Whether it lets the curtain fall.
    pub fn is_curtain(&self) -> bool {
        matches!(self.facts(), [Fact::Shown { view: RoomView::Curtain }])
    }

    /// Whether it holds nothing that was typed: then the key can be pressed again.
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
                    | Fact::Revealed { .. }
                    | Fact::Turned { .. }
                    | Fact::Shown { .. }
                    | Fact::StrikeOrdered { .. }
                    | Fact::MadePrivate
                    | Fact::MadeShared
                    | Fact::Retracted { .. }
                    | Fact::Restored { .. }
            )
        };
        match self {
            Self::Line { .. } => false,
            Self::Undo | Self::Redo => true,
            todo => todo.facts().iter().any(is_key),
        }
    }
}

/// What is not on disk because saving failed. It stays until it is saved or dropped on purpose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unsaved {
    /// Why, in a sentence.
    pub reason: String,
    /// Whether the first line stands in the entry line again.
    pub in_entry: bool,
    /// Whether somebody has begun to change it there, so that what is typed belongs to it.
    pub changed: bool,
    /// What waits beside the entry line, in order.
    pub todo: VecDeque<Todo>,
    /// The first key whose act could not be saved: a sentence about it, and its facts.
    pub key: Option<(String, Vec<Fact>)>,
    /// The number of further keys whose acts could not be saved.
    pub more_keys: usize,
}

impl Unsaved {
    /// How many lines are not saved.
    pub fn lines(&self) -> usize {
        self.todo.iter().filter(|todo| todo.line().is_some()).count() + usize::from(self.in_entry)
    }

    /// Whether nothing is left of it.
    pub fn is_over(&self) -> bool {
        !self.in_entry && self.todo.is_empty() && self.key.is_none()
    }

    /// Something is on disk again: a key has done by now what it was to do, or what it did not is seen where the session
    /// stands. What the room was to see and does not stays told until that is done.
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

/// A line in the popup of lines that wait to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedLine {
    /// What it says.
    pub text: String,
    /// The event that is taken back before it is read, because the line is a version of it.
    pub replaces: Option<u64>,
}

impl PastedLine {
    /// A line that replaces nothing.
    pub const fn new(text: String) -> Self {
        Self { text, replaces: None }
    }
}
