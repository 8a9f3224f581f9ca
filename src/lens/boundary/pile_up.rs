//! Finds initiatives that affect one party at about the same time, each of them small enough on its own.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::graph::{Key, Link, Thing};
use crate::lens::field::Field;
use crate::lens::thresholds::{PILE_UP, PILE_UP_CHANGES, PILE_UP_DAYS};
use crate::lens::{FindingDraft, Pattern};
use crate::record::english::{counted_in_words, listed};
use crate::record::{Kind, Relation};

/// The day an initiative begins, and the arrow by which it affects the party.
type Landing<'a> = (Date, Link<'a>);

/// Returns for each party the earliest pile-up, if there is one.
pub(super) fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let parties = field.of_kind(Kind::Party).filter(|(_, party)| party.is_read_surely());
    parties.filter_map(|(_, party)| pile(field, party)).collect()
}

fn pile(field: &Field<'_>, party: &Thing) -> Option<FindingDraft> {
    let mut landings: Vec<Landing<'_>> = landing(field, party);
    landings.sort_by_key(|(start, link)| (*start, link.from.key.clone(), link.to.key.clone()));
    (0..landings.len()).find_map(|first| {
        let (start, _) = *landings.get(first)?;
        let together: Vec<&Landing<'_>> =
            landings.iter().skip(first).take_while(|(other, _)| days_between(start, *other) <= PILE_UP_DAYS).collect();
        let changes: BTreeSet<&Key> = together.iter().map(|(_, link)| &link.from.key).collect();
        (changes.len() >= PILE_UP_CHANGES).then(|| finding(field, party, &changes, &together))
    })
}

/// Lists the initiatives with a start that affect or supply the party or a thing that belongs to it.
fn landing<'a>(field: &Field<'a>, party: &Thing) -> Vec<Landing<'a>> {
    let lands = |link: &Link<'_>| link.to.key == party.key || link.to.unit.as_ref() == Some(&party.key);
    let effects = field.graph.links().filter(|link| matches!(link.arrow.relation, Relation::Affects | Relation::Feeds));
    let landing = effects.filter(|link| link.from.kind == Kind::Initiative).filter(lands);
    landing.filter_map(|link| Some((link.from.started?, link))).collect()
}

fn days_between(first: Date, other: Date) -> i64 {
    (other - first).get_days().into()
}

fn finding(field: &Field<'_>, party: &Thing, changes: &BTreeSet<&Key>, together: &[&Landing<'_>]) -> FindingDraft {
    let names: Vec<&str> = changes.iter().map(|key| field.label(key)).collect();
    let many = counted_in_words(changes.len(), "change", "changes");
    let says = format!("Within six weeks {many} begin that land on {}: {}.", party.label, listed(&names, "and"));
    let ask = format!("Which of these could wait, and what would {} say if they were asked?", party.label);
    let finding = FindingDraft::new([&party.key], PILE_UP, says, ask);
    finding.with(Pattern::PileUp).on(together.iter().map(|(_, link)| *link))
}
