use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Thing};
use crate::lens::thresholds::{COMMONS_PER_UNIT, COMMONS_UNITS};
use crate::lens::{Field, FindingDraft, Lesson, Pattern};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

use super::story::{Archetype, near};

/// Tragedy of the commons: a scarce resource that several units need, and no forum that covers all of them.
///
/// If only one of the things that need it belongs to a known unit, the question is about the others.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::TragedyOfTheCommons,
    read,
    lesson: Lesson {
        called: "Tragedy of the commons: each takes a fair share, and together it is more than there is.",
        source: "Garrett Hardin gave it its name (1968); Peter Senge tells it in The Fifth Discipline (1990).",
        matters: "Nobody does anything wrong, so that nobody stops until it is gone; it needs somebody who holds the whole.",
    },
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut drawing: BTreeMap<&Key, Vec<Link<'_>>> = BTreeMap::new();
    for need in field.links(Relation::Needs).filter(|need| need.to.kind == Kind::Resource && need.to.scarce) {
        drawing.entry(&need.to.key).or_default().push(need);
    }
    drawing.values().filter_map(|needs| commons(field, needs)).collect()
}

fn commons(field: &Field<'_>, needs: &[Link<'_>]) -> Option<FindingDraft> {
    let resource = needs.first()?.to;
    let units: BTreeSet<&Key> = needs.iter().filter_map(|need| need.from.unit.as_ref()).collect();
    let names: Vec<&str> = units.iter().map(|unit| field.label(unit)).collect();
    let unknown: Vec<&str> =
        needs.iter().filter(|need| need.from.unit.is_none()).map(|need| need.from.label.as_str()).collect();
    let label = &resource.label;
    if units.len() >= COMMONS_UNITS {
        let says =
            format!("{} draw on {label}, and no place named so far settles who takes how much.", listed(&names, "and"));
        let weight = COMMONS_PER_UNIT * units.len() as f64;
        let held = field.bridges.join(units.iter().copied());
        return (!held).then(|| finding(resource, weight, says, needs).with(Pattern::TragedyOfTheCommons));
    }
    let (unit, other) = (names.first()?, unknown.first()?);
    let says = format!("{unit} and {other} draw on {label}; whose {other} is, nobody here has named.");
    let weight = near(COMMONS_PER_UNIT * COMMONS_UNITS as f64);
    Some(finding(resource, weight, says, needs).with(Pattern::Near))
}

fn finding(resource: &Thing, severity: f64, says: String, needs: &[Link<'_>]) -> FindingDraft {
    let ask = format!("Who can say no to whom about {}?", resource.label);
    FindingDraft::new([&resource.key], severity, says, ask).on(needs.iter().copied())
}
