//! Finds changes of lists that have one name and several owners: one change that several units own, or several changes
//! that an import kept apart by what stands in brackets behind the name.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Thing};
use crate::lens::thresholds::SAME_NAME;
use crate::lens::{Field, FindingDraft, Pattern};
use crate::record::spoken::listed;
use crate::record::{Kind, Relation};

/// Returns a finding for each name that changes of different units share.
pub(super) fn findings(field: &Field<'_>) -> Vec<FindingDraft> {
    let owners = field.ending(Relation::Owns);
    let mut named: BTreeMap<Key, Vec<&Thing>> = BTreeMap::new();
    for (_, change) in field.of_kind(Kind::Initiative).filter(|(_, change)| change.imported) {
        if let Some(name) = Key::of(bare(&change.label)) {
            named.entry(name).or_default().push(change);
        }
    }
    named.into_values().filter_map(|changes| finding(&owners, &changes)).collect()
}

/// Returns a label without what stands in brackets at its end.
fn bare(label: &str) -> &str {
    let cut = label.strip_suffix(')').and_then(|open| open.split_once(" ("));
    cut.map_or(label, |(before, _)| before)
}

fn finding<'a>(owners: &BTreeMap<&'a Key, Vec<Link<'a>>>, changes: &[&Thing]) -> Option<FindingDraft> {
    let links: Vec<Link<'a>> = changes.iter().filter_map(|change| owners.get(&change.key)).flatten().copied().collect();
    let units: BTreeSet<&Key> = links.iter().map(|link| link.from.unit.as_ref().unwrap_or(&link.from.key)).collect();
    let parties: BTreeSet<&str> = links.iter().map(|link| link.from.label.as_str()).collect();
    if parties.len() < 2 {
        return None;
    }
    let name = bare(&changes.first()?.label);
    let parties: Vec<&str> = parties.into_iter().collect();
    let whose = listed(&parties, "and");
    let says = format!("{name} is listed for {whose}.");
    let ask = if units.len() < 2 && changes.len() < 2 {
        // Two of one unit share the work; what may be open is who answers.
        format!("Who is rung first when {name} goes wrong: {}?", listed(&parties, "or"))
    } else {
        format!("Is {name} one job that {whose} do together, or does each do it alone?")
    };
    let draft = FindingDraft::new(changes.iter().map(|change| &change.key), SAME_NAME, says, ask);
    Some(draft.with(Pattern::SameName).on(links))
}
