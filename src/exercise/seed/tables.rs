use super::{StepContext, Subject};
use crate::graph::{TableContradiction, TableSide};

/// Returns what tables contradict each other on: in the gathering of the session, or in any if it belongs to none.
pub(super) fn contradictions(context: &StepContext<'_>) -> Vec<Subject> {
    let here = context.session.gathering().map(|place| place.id.as_str());
    let found = context.graph.contradictions().iter();
    let found = found.filter(|found| here.is_none_or(|here| found.gathering == here));
    found.map(|found| subject(context, found)).collect()
}

/// Returns a contradiction as a subject. The tables stand beside the arrow, because a further table that takes a side
/// makes no other subject of it.
fn subject(context: &StepContext<'_>, found: &TableContradiction) -> Subject {
    let (from, to) = (context.graph.label(&found.from), context.graph.label(&found.to));
    let mut called = found.sides.iter().map(TableSide::called);
    Subject {
        says: context.graph.arrow_in_words(found),
        arrows: vec![(from.to_owned(), to.to_owned())],
        a: called.next(),
        b: called.next(),
        thing: Some(to.to_owned()),
        quote: Some(found.sides_in_words()),
        ..Subject::default()
    }
}
