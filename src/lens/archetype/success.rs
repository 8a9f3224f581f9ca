use std::collections::BTreeMap;

use crate::graph::{Path, PathStep};
use crate::lens::words::raises_or_lowers;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};

use super::given_out::is_given_out;
use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Success to the successful: two reinforcing loops share a thing; more of this thing is more of the next thing on one
/// loop, and less of the next thing on the other.
///
/// Only what can be given out is shared so: a resource, a party, what is scarce, or what its name says can be given out,
/// such as attention (`given_out`). Of a factor nobody decides a split. If one sign on one of the loops is open, the
/// question is about that sign.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::SuccessToTheSuccessful,
    read,
    lesson: Lesson {
        called: "Success to the successful: whoever had some gets more, at the cost of the others.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990); Robert Merton described it before him.",
        matters: "The better results look like merit, when they may only show who was given more to begin with.",
    },
};

/// The loops through one place, by the sign of their first arrow from that place.
#[derive(Default)]
struct Through<'f, 'a> {
    raises: Vec<&'f Path<'a>>,
    lowers: Vec<&'f Path<'a>>,
    /// Loops with one open sign and a plus on their first arrow.
    may_raise: Vec<&'f Path<'a>>,
    may_lower: Vec<&'f Path<'a>>,
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    let shared = |place: &usize| field.causal.thing(*place).is_some_and(is_given_out);
    for (place, through) in through(field).into_iter().filter(|(place, _)| shared(place)) {
        let rivals = |(raises, lowers): &(&Path<'_>, &Path<'_>)| are_rivals(field, place, raises, lowers);
        for (raises, lowers) in pairs(&through.raises, &through.lowers).filter(rivals) {
            whole.offer(place, severity([raises, lowers]), (raises, lowers));
        }
        let either = pairs(&through.raises, &through.may_lower).chain(pairs(&through.may_raise, &through.lowers));
        for (raises, lowers) in either.filter(|_| !whole.has(&place)).filter(rivals) {
            partly.offer(place, near(severity([raises, lowers])), (raises, lowers));
        }
    }
    let whole = whole.heaviest(field).map(|found| (found, Pattern::SuccessToTheSuccessful));
    let found = whole.chain(partly.heaviest(field).map(|found| (found, Pattern::Near)));
    found.filter_map(|((place, severity, loops), pattern)| finding(field, place, severity, loops, pattern)).collect()
}

/// Whether the end that loses does not feed the end that wins by losing: fewer hours short and a better diet are no two sides
/// that share what is given out, but one way on which a brake comes off.
fn are_rivals(field: &Field<'_>, place: usize, raises: &Path<'_>, lowers: &Path<'_>) -> bool {
    let (Some(wins), Some(loses)) = (next(raises, place), next(lowers, place)) else { return true };
    let mut turned = false;
    let twice_round = lowers.steps.iter().chain(&lowers.steps);
    let behind = twice_round.skip_while(|step| step.from != loses);
    for step in behind.take(lowers.steps.len().saturating_sub(1)) {
        turned ^= step.turns();
        if step.to == wins {
            return !turned;
        }
    }
    !field.causal.out_of(loses).any(|step| step.to == wins && step.turns())
}

/// Returns the place behind another one on a loop.
fn next(path: &Path<'_>, place: usize) -> Option<usize> {
    path.steps.iter().find(|step| step.from == place).map(|step| step.to)
}

fn pairs<'p, 'f, 'a>(
    some: &'p [&'f Path<'a>],
    others: &'p [&'f Path<'a>],
) -> impl Iterator<Item = (&'f Path<'a>, &'f Path<'a>)> + use<'p, 'f, 'a> {
    some.iter().flat_map(|one| others.iter().map(|other| (*one, *other)))
}

fn through<'f, 'a>(field: &'f Field<'a>) -> BTreeMap<usize, Through<'f, 'a>> {
    let mut places: BTreeMap<usize, Through<'f, 'a>> = BTreeMap::new();
    for path in &field.loops().paths {
        let open = path.steps.iter().filter(|step| !step.is_signed()).count();
        for first in path.steps.iter().filter(|step| step.is_signed()) {
            let through = places.entry(first.from).or_default();
            match (open, path.turns, first.turns()) {
                (0, false, false) => through.raises.push(path),
                (0, false, true) => through.lowers.push(path),
                (1, _, false) => through.may_raise.push(path),
                (1, _, true) => through.may_lower.push(path),
                _ => {}
            }
        }
    }
    places
}

fn finding<'a>(
    field: &Field<'a>,
    place: usize,
    severity: f64,
    (raises, lowers): (&Path<'a>, &Path<'a>),
    pattern: Pattern,
) -> Option<FindingDraft> {
    let shared = field.causal.thing(place)?;
    let (one, other) = (field.label_at(next(raises, place)?), field.label_at(next(lowers, place)?));
    let mut says = format!(
        "{} where {} already went, to {one}, at the cost of {other}",
        shared.with("goes"),
        shared.agreement().it()
    );
    if let Some(step) = open(raises, lowers) {
        says = format!("{says}; so it would be if we knew whether {}", raises_or_lowers(field, step));
    }
    let ask = format!("Who decides the split between {one} and {other}, on what evidence?");
    let finding = FindingDraft::new([&shared.key], severity, format!("{says}."), ask).with(pattern);
    Some(finding.along(field, raises).along(field, lowers))
}

/// Returns the arrow with an open sign; `None` if there is no such arrow.
fn open<'p, 'a>(one: &'p Path<'a>, other: &'p Path<'a>) -> Option<&'p PathStep<'a>> {
    one.steps.iter().chain(&other.steps).find(|step| !step.is_signed())
}
