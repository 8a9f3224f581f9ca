use crate::graph::{Key, Link};
use crate::record::Relation;

use super::{Shows, asides};

/// One line of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The thing or arrow of the line, if it has one.
    pub at: At,
    /// The level of indentation.
    pub depth: usize,
    /// The sign before the line.
    pub shows: Shows,
    /// The text of the line.
    pub words: String,
    /// Further details, the most important first; as many as fit are shown.
    pub asides: Vec<String>,
    /// Whether the line is quiet: its evidence is over half a year old, or the arrow leads through hidden things.
    pub faint: bool,
    /// Whether the line is new in the view.
    pub fresh: bool,
}

/// The thing or arrow that a line of a view is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// Only a text.
    Heading,
    /// A sentence about the map, with the first thing that it names.
    Sentence(Option<Key>),
    /// A thing.
    Thing(Key),
    /// A thing at the end of an arrow.
    Arrow {
        /// The thing.
        thing: Key,
        /// Where the arrow starts.
        from: Key,
        /// Where the arrow ends.
        to: Key,
        /// The relation of the arrow.
        relation: Relation,
    },
}

impl At {
    /// Returns the target for a thing at one end of an arrow.
    pub(super) fn arrow(link: Link<'_>, thing: &Key) -> Self {
        let (from, to) = (link.from.key.clone(), link.to.key.clone());
        Self::Arrow { thing: thing.clone(), from, to, relation: link.arrow.relation }
    }
}

impl Row {
    /// Returns a line that is only text.
    pub(super) fn heading(words: impl Into<String>) -> Self {
        Self::new(At::Heading, 0, Shows::Bare, words)
    }

    pub(super) fn new(at: At, depth: usize, shows: Shows, words: impl Into<String>) -> Self {
        Self { at, depth, shows, words: words.into(), asides: Vec::new(), faint: false, fresh: false }
    }

    /// Returns a row for the thing at the end of an arrow, with the arrow's sign and details.
    pub(super) fn of_arrow(link: Link<'_>, thing: &Key, depth: usize, words: impl Into<String>) -> Self {
        let arrow = link.arrow;
        let row = Self::new(At::arrow(link, thing), depth, Shows::of(arrow), words);
        Self { asides: asides(arrow), faint: arrow.is_faint(), ..row }
    }

    /// Returns the thing that the line stands for; `None` for a heading.
    pub const fn thing(&self) -> Option<&Key> {
        match &self.at {
            At::Heading => None,
            At::Sentence(thing) => thing.as_ref(),
            At::Thing(thing) | At::Arrow { thing, .. } => Some(thing),
        }
    }
}
