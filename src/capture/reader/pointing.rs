//! A line whose second half points back: "Meter reader is live since March, Billing answers for it".

use crate::capture::Context;
use crate::capture::grammar::{Typed, TypedName, english, no_name};
use crate::capture::shape::{Part, Proposal, ShapeOutcome, TaggedLine, outcome};

/// The word that points back to a thing, as it is typed: "IT" in capitals is a department.
const IT: &str = "it";

/// Why a reading with the name in place of the word is only offered.
const POINTS_BACK: &str = "`it` is read as what the line began with";

/// The maximum number of words of a name with which such a line begins.
const LONGEST: usize = 5;

/// Reads a line with the name of its first half in place of "it" in its second; `None` where nothing points back.
pub(super) fn pointing_back(core: &str, context: &Context<'_>) -> Option<Proposal> {
    let (first, second) = core.split_once([',', ';'])?;
    let (first, second) = (first.trim(), second.trim());
    let second = ["and ", "but "].iter().find_map(|joint| second.strip_prefix(joint)).unwrap_or(second);
    second.split(' ').any(|word| word == IT).then_some(())?;
    let before = read(first, context);
    let name = match &before {
        Some(found) => subject(found)?,
        None => name_alone(first, context)?,
    };
    let named: Vec<&str> = second.split(' ').map(|word| if word == IT { name.as_str() } else { word }).collect();
    let behind = read(&named.join(" "), context)?;
    let both = match before {
        Some(before) => before.and(behind),
        None => behind,
    };
    Some(both.offered(POINTS_BACK))
}

/// Whether a reading takes the word that points back for a name.
pub(super) fn names_it(proposal: &Proposal) -> bool {
    let is_it = |name: &TypedName| name.label.eq_ignore_ascii_case(IT);
    proposal.parts.iter().any(|part| match part {
        Part::Arrows(sentence) => sentence.groups.iter().flatten().any(is_it),
        Part::Denied(sentences) => sentences.iter().flat_map(|sentence| &sentence.groups).flatten().any(is_it),
        Part::Observed { name, .. } | Part::Is { name, .. } => is_it(name),
        Part::Asked { .. } => false,
    })
}

fn read(text: &str, context: &Context<'_>) -> Option<Proposal> {
    let line = TaggedLine::new(text, context.lexicon);
    match outcome(&line, &Typed::of(text), context.ledger).ok()? {
        ShapeOutcome::Recorded(found) => Some(found),
        ShapeOutcome::Offered(found) => found.into_iter().next(),
    }
}

/// Returns the name that a reading begins with, where it is one name.
fn subject(found: &Proposal) -> Option<String> {
    match found.parts.first()? {
        Part::Arrows(sentence) => match sentence.groups.first()?.as_slice() {
            [only] => Some(only.label.clone()),
            _ => None,
        },
        Part::Observed { name, .. } | Part::Is { name, .. } => Some(name.label.clone()),
        Part::Denied(_) | Part::Asked { .. } => None,
    }
}

/// Returns a text that is a name and nothing else, with its status: "Leak detector (live)".
fn name_alone(text: &str, context: &Context<'_>) -> Option<String> {
    let short = text.split_whitespace().count() <= LONGEST;
    let named = short && !english::holds_a_verb(text) && no_name(text, context.lexicon).is_none();
    TypedName::read(text).ok().filter(|_| named).map(|_| text.to_owned())
}
