use crate::graph::{Key, Link};
use crate::record::Relation;

use super::{Shows, asides};

/// One line of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub at: At,
    /// How far it is set in.
    pub depth: usize,
    /// The sign before it.
    pub shows: Shows,
    /// The line.
    pub words: String,
    /// What is said besides, as far as there is room, the most important first.
    pub asides: Vec<String>,
    /// It stands on what nobody has said again for half a year, or leads through what is not shown.
    pub faint: bool,
    /// It has just come into sight.
    pub fresh: bool,
}

/// What a line of a view stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// It only says something.
    Heading,
    /// A thing.
    Thing(Key),
    /// A thing at the end of an arrow: where that starts, where it ends, what it says.
    Arrow {
        /// The thing.
        thing: Key,
        /// Where the arrow starts.
        from: Key,
        /// Where it ends.
        to: Key,
        /// What it says.
        relation: Relation,
    },
}

impl At {
    /// This thing, at one end of an arrow.
    pub(super) fn arrow(link: Link<'_>, thing: &Key) -> Self {
        let (from, to) = (link.from.key.clone(), link.to.key.clone());
        Self::Arrow { thing: thing.clone(), from, to, relation: link.arrow.relation }
    }
}

impl Row {
    /// A line that only says something.
    pub(super) fn heading(words: impl Into<String>) -> Self {
        Self::new(At::Heading, 0, Shows::Bare, words)
    }

    pub(super) fn new(at: At, depth: usize, shows: Shows, words: impl Into<String>) -> Self {
        Self { at, depth, shows, words: words.into(), asides: Vec::new(), faint: false, fresh: false }
    }

    /// A row for the thing at the end of an arrow, with the arrow's sign and details.
    pub(super) fn of_arrow(link: Link<'_>, thing: &Key, depth: usize, words: impl Into<String>) -> Self {
        let arrow = link.arrow;
        let row = Self::new(At::arrow(link, thing), depth, Shows::of(arrow), words);
        Self { asides: asides(arrow), faint: arrow.stale, ..row }
    }

    /// The thing it stands for.
    pub const fn thing(&self) -> Option<&Key> {
        match &self.at {
            At::Heading => None,
            At::Thing(thing) | At::Arrow { thing, .. } => Some(thing),
        }
    }
}
