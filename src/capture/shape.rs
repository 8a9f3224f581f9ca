//! Lines as people say them: text to tokens, tokens to shapes, shapes to readings, readings to an outcome.
//!
//! [`tagged::TaggedLine`] is a line with its tokens and with what the lexicon says of each. A [`input::Shape`] is one
//! manner of saying something, in a file of its own; [`list::SHAPES`] is the only list of them. A shape proposes
//! readings; [`outcome::outcome`] decides whether one is recorded, or some are offered, or the line stays text.

mod adjunct;
mod aim;
mod arrow;
mod cause;
mod clause;
mod condition;
mod input;
mod judged;
mod known;
mod list;
mod moved;
mod name;
mod name_phrase;
mod name_reader;
mod name_word;
mod names;
mod nobody;
mod noun_phrase;
mod observed;
mod outcome;
mod pair;
mod proposal;
mod remark;
mod sentence;
mod statement;
mod tagged;
mod the_more;
mod token;
mod turned;

pub(crate) use names::spoken_names;
pub(crate) use outcome::{OFFERS_LIMIT, ShapeOutcome, outcome};
pub(crate) use proposal::{Part, Proposal};
pub(crate) use tagged::TaggedLine;

/// Returns example lines of every shape with their readings, in the order in which the shapes are tried: the name of the
/// shape, the line, and the reading in the notation.
pub fn shape_examples() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let examples =
        |shape: &'static input::Shape| shape.examples.iter().map(|(line, reading)| (shape.name, *line, *reading));
    list::SHAPES.iter().flat_map(examples)
}
