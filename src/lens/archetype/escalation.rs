use std::collections::BTreeSet;

use crate::graph::{Key, Path, PathStep, Thing};
use crate::lens::thresholds::{ESCALATION_ARROWS, ESCALATION_UNITS};
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::Kind;
use crate::record::spoken::listed;

use super::story::{Archetype, near, severity};
use super::strongest::Strongest;

/// Escalation: a short loop on which every arrow is plus, between initiatives and processes of exactly two units.
///
/// If only one of the units is known, the question is about the other one.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::Escalation,
    read,
    lesson: Lesson {
        called: "Escalation: each answers the other by doing more, as in an arms race.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990).",
        matters: "Each only reacts, so that neither feels it has a choice; one of them can end it by stopping first.",
    },
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    for path in field.loops().settled().filter(|path| path.len() <= ESCALATION_ARROWS) {
        let sides = sides(field, path);
        if path.steps.iter().any(PathStep::turns) || sides.len() < ESCALATION_UNITS {
            continue;
        }
        let units: BTreeSet<&Key> = sides.iter().filter_map(|thing| thing.unit.as_ref()).collect();
        let key: Vec<&Key> = sides.iter().map(|thing| &thing.key).collect();
        let unknown = sides.iter().find(|thing| thing.unit.is_none());
        match unknown {
            _ if units.len() == ESCALATION_UNITS => whole.offer(key, severity([path]), (path, sides)),
            Some(unknown) if units.len() + 1 == ESCALATION_UNITS => {
                partly.offer(key, near(severity([path])), (path, sides.clone(), *unknown));
            }
            _ => {}
        }
    }
    let whole = whole.heaviest(field).map(|(about, severity, (path, sides))| {
        let says = format!("{} answer each other by doing more: {}.", names(&sides), via(field, path));
        finding(field, about, severity, says, "What would let one of you stop first?".to_owned(), path)
            .with(Pattern::Escalation)
    });
    let partly = partly.heaviest(field).map(|(about, severity, (path, sides, unknown))| {
        let (names, told, unknown) = (names(&sides), via(field, path), &unknown.label);
        let says =
            format!("{names} answer each other by doing more: {told}; whose {unknown} is, nobody here has named.");
        let ask = format!("Whose is {unknown}, and what would let one of you stop first?");
        finding(field, about, severity, says, ask, path).with(Pattern::Near)
    });
    whole.chain(partly).collect()
}

/// Returns the initiatives and processes on a loop, in key order.
fn sides<'a>(field: &Field<'a>, path: &Path<'_>) -> Vec<&'a Thing> {
    let mut places: Vec<usize> = path.steps.iter().map(|step| step.from).collect();
    places.sort_unstable();
    let things = places.into_iter().filter_map(|place| field.causal.thing(place));
    things.filter(|thing| matches!(thing.kind, Kind::Initiative | Kind::Process)).collect()
}

fn names(sides: &[&Thing]) -> String {
    let labels: Vec<&str> = sides.iter().map(|thing| thing.label.as_str()).collect();
    listed(&labels, "and")
}

fn finding(
    field: &Field<'_>,
    about: Vec<&Key>,
    severity: f64,
    says: String,
    ask: String,
    path: &Path<'_>,
) -> FindingDraft {
    FindingDraft::new(about, severity, says, ask).along(field, path)
}
