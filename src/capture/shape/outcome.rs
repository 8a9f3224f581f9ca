use crate::capture::grammar::{ArrowTail, Scrap, Typed, split_tail};

use super::arrow::first_arrow;
use super::input::ShapeInput;
use super::known::KnownNames;
use super::list::SHAPES;
use super::name::NameDoubt;
use super::proposal::Proposal;
use super::tagged::TaggedLine;

/// The maximum number of readings that are offered for one line.
pub(crate) const OFFERS_LIMIT: usize = 3;

/// What a line becomes by its shape.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// One reading in which every word has a place.
    Recorded(Proposal),
    /// The readings that are offered, the likeliest first; none for plain text.
    Offered(Vec<Proposal>),
}

/// Reads a line by its shape, and ranks the readings: one without a doubt is recorded, else they are offered.
pub(crate) fn outcome(line: &TaggedLine<'_>, typed: &Typed<'_>, known: &dyn KnownNames) -> Result<Outcome, Scrap> {
    let input = ShapeInput { line, typed, known, start: 0, end: line.tokens.len() };
    if let Some((end, tail)) = tail(line).filter(|_| first_arrow(line).is_none())
        && let Outcome::Recorded(mut proposal) = shaped(&ShapeInput { end, ..input })?
    {
        proposal.take_tail(&tail);
        return Ok(Outcome::Recorded(proposal));
    }
    shaped(&input)
}

/// Returns the end of a sentence before its tail, and the tail: "Claims owns triage : seen".
fn tail(line: &TaggedLine<'_>) -> Option<(usize, ArrowTail)> {
    let (head, tail) = split_tail(line.text);
    let end = line.tokens.iter().take_while(|token| token.end <= head.len()).count();
    tail.filter(|_| end > 0).map(|tail| (end, tail))
}

fn shaped(input: &ShapeInput<'_, '_>) -> Result<Outcome, Scrap> {
    let mut offers: Vec<Proposal> = Vec::new();
    for shape in &SHAPES {
        for mut proposal in (shape.read)(input)? {
            proposal.because.insert(0, format!("it is read as {}", shape.name));
            if proposal.doubt.is_none() {
                return Ok(Outcome::Recorded(proposal));
            }
            offers.push(proposal);
        }
        if (shape.closes)(input) {
            break;
        }
    }
    Ok(Outcome::Offered(offers))
}

/// Says why a name makes a reading an offer.
pub(crate) const fn name_doubt(doubt: NameDoubt) -> &'static str {
    match doubt {
        NameDoubt::Clause => "a name holds a clause",
        NameDoubt::Direction => "a word in the middle says more or less",
        NameDoubt::Long => "a name is very long",
        NameDoubt::Sentence => "a name may be a sentence",
        NameDoubt::Amount => "a name holds a time",
        NameDoubt::Several => "it may be one thing or several",
    }
}
