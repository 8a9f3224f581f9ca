use std::collections::BTreeMap;

use crate::graph::{Impact, Key, Link};
use crate::lens::thresholds::{LEVEL_PURPOSE, LEVERAGE_BESIDE};
use crate::lens::{Field, FindingDraft, Pattern, Reaches};
use crate::record::english::{Agreement, listed};
use crate::record::{Kind, Relation};

use super::listing::{ask, highest, score, severity};
use super::touched::Touched;

/// A purpose, and the initiatives that aim at it, with their places.
struct Served<'a> {
    purpose: &'a Key,
    by: Vec<(usize, Link<'a>)>,
    reach: Impact,
}

/// Returns findings about the purposes that are the best places to act. The reach of a purpose is the sum of the
/// reaches of the initiatives that aim at it.
pub(super) fn findings(field: &Field<'_>, reaches: &Reaches) -> Vec<FindingDraft> {
    let mut by: BTreeMap<&Key, Vec<(usize, Link<'_>)>> = BTreeMap::new();
    for aim in field.links(Relation::Aims).filter(is_service) {
        if let Some(place) = field.causal.place_of(&aim.from.key) {
            by.entry(&aim.to.key).or_default().push((place, aim));
        }
    }
    let served = by.into_iter().map(|(purpose, by)| {
        let reach = by.iter().map(|(place, _)| reaches.reach(*place)).sum();
        Served { purpose, by, reach }
    });
    let best = highest(
        field,
        served.collect(),
        |served| score(LEVEL_PURPOSE, served.reach),
        |served| vec![served.purpose.clone()],
        LEVERAGE_BESIDE,
    );
    best.iter().map(|served| finding(field, reaches, served)).collect()
}

fn is_service(aim: &Link<'_>) -> bool {
    aim.from.kind == Kind::Initiative && aim.to.kind == Kind::Purpose
}

fn finding(field: &Field<'_>, reaches: &Reaches, served: &Served<'_>) -> FindingDraft {
    let touched = Touched::from(field, served.by.iter().map(|(place, _)| *place));
    let label = field.label(served.purpose);
    let serving: Vec<&str> = served.by.iter().map(|(_, aim)| aim.from.label.as_str()).collect();
    let says = format!(
        "{label} is what {} {} said to be for; changing what it asks for touches {}.",
        listed(&serving, "and"),
        Agreement::of_all(&serving, Kind::Initiative).verb("is"),
        touched.words()
    );
    let severity = severity(reaches, LEVEL_PURPOSE, served.reach.share());
    let finding = FindingDraft::new([served.purpose], severity, says, ask(&format!("to {label}"), &touched.most()));
    let finding = finding.with(Pattern::Purpose).on(served.by.iter().map(|(_, aim)| *aim));
    touched.paths.iter().fold(finding, |finding, path| finding.along(field, path))
}
