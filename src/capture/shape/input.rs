use crate::capture::grammar::{Scrap, Typed};

use super::known::KnownNames;
use super::proposal::Proposal;
use super::tagged::{Span, TaggedLine};

/// What a shape reads: the tagged line, and what is known.
#[derive(Clone, Copy)]
pub(crate) struct ShapeInput<'l, 'a> {
    pub(crate) line: &'l TaggedLine<'a>,
    pub(crate) typed: &'l Typed<'a>,
    pub(crate) known: &'l dyn KnownNames,
    /// The part of the line that is read as a sentence.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl ShapeInput<'_, '_> {
    pub(crate) const fn span(&self) -> Span {
        self.start..self.end
    }
}

/// The readings that a shape proposes for a line; an error for a line that cannot be read although it has this shape.
pub(crate) type Proposals = Result<Vec<Proposal>, Scrap>;

/// One shape of line.
pub(crate) struct Shape {
    /// The name of the shape.
    pub(crate) name: &'static str,
    pub(crate) read: fn(&ShapeInput<'_, '_>) -> Proposals,
    /// Whether no other shape is tried where this one is found.
    pub(crate) closes: fn(&ShapeInput<'_, '_>) -> bool,
    /// Lines with their readings in the notation, as the tests check them; `offered: ` before one that is not recorded
    /// by itself, `text` for a line that the shape must leave alone.
    pub(crate) examples: &'static [(&'static str, &'static str)],
}
