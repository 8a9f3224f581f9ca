use std::collections::BTreeMap;

use super::mentions::Mentions;
use super::notes::Notes;
use crate::export::markdown::foreign;
use crate::record::Kind;

/// The names of every known party: those on the map and the units of the seats.
pub(super) fn parties(notes: &Notes<'_>) -> Mentions {
    let seats = notes.session.everybody().iter().filter_map(|person| person.party.as_deref());
    let known = notes.graph().things().filter(|thing| thing.kind == Kind::Party);
    let known = known.flat_map(|thing| {
        let names = thing.aliases.iter().chain([&thing.label]);
        names.map(|name| (name.as_str(), thing.label.as_str()))
    });
    Mentions::of(seats.map(|party| (party, party)).chain(known))
}

/// Groups items by party, ordered by name; items without a party come last.
pub(super) fn by_party(items: Vec<(Option<String>, String)>) -> Vec<(Option<String>, Vec<String>)> {
    let mut sorted: BTreeMap<(bool, Option<String>), Vec<String>> = BTreeMap::new();
    for (party, item) in items {
        sorted.entry((party.is_none(), party)).or_default().push(item);
    }
    sorted.into_iter().map(|((_, party), items)| (party.map(|party| foreign(&party)), items)).collect()
}
