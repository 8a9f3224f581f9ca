//! Finds the units of which a list names many changes while nobody has said what any of these changes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::graph::{Key, Thing};
use crate::lens::thresholds::{GAP, GAPS_LISTED, UNSPOKEN_CHANGES};
use crate::lens::{ArrowsAround, EFFECTS, Field, FindingDraft, Pattern};
use crate::record::english::{in_digits, possessive};
use crate::record::{Kind, Relation};

/// Returns a finding for each of the units with the most such changes.
pub(super) fn findings(field: &Field<'_>, around: &ArrowsAround<'_>) -> Vec<FindingDraft> {
    let unspoken = |change: &&Thing| change.imported && around.arrows_out(change, EFFECTS).next().is_none();
    let mut of_unit: BTreeMap<&Key, usize> = BTreeMap::new();
    for (_, change) in field.of_kind(Kind::Initiative).filter(|(_, change)| unspoken(change)) {
        if let Some(unit) = &change.unit {
            *of_unit.entry(unit).or_default() += 1;
        }
    }
    let mut units: Vec<(&Key, usize)> = of_unit.into_iter().filter(|(_, many)| *many >= UNSPOKEN_CHANGES).collect();
    units.sort_by_key(|(unit, many)| (Reverse(*many), *unit));
    units.into_iter().take(GAPS_LISTED).map(|(unit, many)| finding(field, unit, many)).collect()
}

fn finding(field: &Field<'_>, unit: &Key, many: usize) -> FindingDraft {
    let (label, number) = (field.label(unit), in_digits(many));
    let says = format!("{number} changes are listed for {label}, and nobody here has said what any of them changes.");
    let ask = format!("Which of {} {number} changes would be missed tomorrow, and by whom?", possessive(label));
    let owns = field.links(Relation::Owns).filter(|link| link.from.unit.as_ref() == Some(unit)).take(GAPS_LISTED);
    FindingDraft::new([unit], many.min(GAP) as f64, says, ask).with(Pattern::Gap).on(owns)
}
