use std::collections::BTreeSet;

use crate::graph::Key;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};

use super::limit::{Limited, limited};
use super::story::{Archetype, near, severity, told_from};
use super::strongest::Strongest;

/// Limits to success: a reinforcing loop shares a thing with a balancing loop on which a thing is scarce or has a long
/// delay.
///
/// If no such thing is known on the balancing loop, the question is what runs out, once for each thing that grows.
pub(super) const ARCHETYPE: Archetype = Archetype {
    pattern: Pattern::LimitsToSuccess,
    read,
    lesson: Lesson {
        called: "Limits to success: what grows by itself runs into what does not grow with it.",
        source: "Peter Senge tells the story in The Fifth Discipline (1990), as limits to growth.",
        matters: "Pushing harder on the growth helps least just when it slows; what helps is to move the limit.",
    },
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let (mut whole, mut partly) = (Strongest::new(), Strongest::new());
    let mut met: BTreeSet<Vec<usize>> = BTreeSet::new();
    for found in limited(field) {
        let weight = severity([found.growth, found.brake]);
        match found.limit {
            Some(limit) => {
                met.insert(found.growth.places().collect());
                whole.offer(limit, weight, found);
            }
            None => partly.offer(found.shared, weight, found),
        }
    }
    let whole = whole.heaviest(field).filter_map(|(limit, severity, found)| {
        let limit = field.causal.thing(limit)?;
        let growth = |verb| field.with_at(found.shared, verb);
        let told = told_from(field, found.brake, found.shared);
        let says = format!("{} into {}: {told}.", growth("runs"), limit.label);
        let does = limit.agreement().verb("does");
        let ask = format!("If {}, {does} {} run out first, or something else?", growth("doubles"), limit.label);
        Some(finding(field, &limit.key, severity, (says, ask), &found).with(Pattern::LimitsToSuccess))
    });
    let open = partly.heaviest(field).filter(|(.., found)| !met.contains(&found.growth.places().collect::<Vec<_>>()));
    let partly = open.filter_map(|(shared, severity, found)| {
        let growth = field.causal.thing(shared)?;
        let told = told_from(field, found.brake, shared);
        let feeds = format!("{} on {}", growth.with("feeds"), growth.agreement().verb("itself"));
        let is = growth.agreement().verb("is");
        let says = format!("{feeds} and {is} held back: {told}. What stops it first, nobody here has named.");
        let grows = format!("{} {}", growth.agreement().it(), growth.agreement().verb("grows"));
        let ask = format!("What holds {} back first, if {grows}?", growth.label);
        Some(finding(field, &growth.key, near(severity), (says, ask), &found).with(Pattern::Near))
    });
    whole.chain(partly).collect()
}

fn finding(
    field: &Field<'_>,
    about: &Key,
    severity: f64,
    (says, ask): (String, String),
    found: &Limited<'_, '_>,
) -> FindingDraft {
    let finding = FindingDraft::new([about], severity, says, ask);
    finding.along(field, found.growth).along(field, found.brake)
}
