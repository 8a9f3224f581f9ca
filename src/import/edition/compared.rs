use std::collections::HashSet;

use super::facts::{StatedPart, StatedParts};
use super::known_part::{GoneMark, KnownPart, KnownParts};
use super::masked::Masked;
use super::part::{Edition, EditionPart, PartChange, StatedAnew};
use super::renamed::NewNames;
use super::seated::Seated;
use crate::import::{ImportMapping, ImportedMap};
use crate::record::{Fact, Names, Session};

/// Returns what a map changes in the session that earlier editions of its files left, with the names of the people of
/// that session; everything is new without one. What the mapping leaves out is not said to be gone.
pub fn edition(earlier: Option<(&Session, &Names)>, map: &ImportedMap, mapping: &ImportMapping) -> Edition {
    let seats = Seated::of(earlier, &map.people);
    let masked = Masked::of(&seats);
    let mut stated = StatedParts::of(map, &masked);
    let left_out: HashSet<String> = mapping.left_out.iter().map(|key| masked.key(key)).collect();
    let known = earlier.map(|(session, _)| KnownParts::of(session)).unwrap_or_default();
    let names = NewNames::of(&known, &stated);
    let mut comparing = Comparing { known, names };
    let mut parts: Vec<EditionPart> = stated.parts.drain(..).map(|part| comparing.stated(part)).collect();
    parts.extend(comparing.gone(|key| left_out.contains(key)));
    let remarks = stated.remarks;
    Edition { parts, people: seats.people, names: seats.names, remarks, masked, new_names: comparing.names }
}

struct Comparing {
    /// What the session has and the files were not found to state so far.
    known: KnownParts,
    names: NewNames,
}

impl Comparing {
    fn stated(&mut self, part: StatedPart) -> EditionPart {
        let renamed = self.names.under(&part.key).to_vec();
        let StatedPart { key, place, facts } = part;
        let (change, before) = match self.known.parts.remove(&key) {
            None if self.known.is_struck(&key) => (PartChange::TakenBack, Vec::new()),
            None => (PartChange::New, Vec::new()),
            Some(known) => {
                let same = self.names.read_now(&known.facts) == facts && renames_the_same(&known, &renamed);
                (change_of(&known, same), known.facts)
            }
        };
        EditionPart { key, place: Some(place), change, facts, renamed, before, anew: None }
    }

    /// Returns the parts that the session has and the files do not state.
    fn gone(&mut self, is_left_out: impl Fn(&String) -> bool) -> Vec<EditionPart> {
        let order = std::mem::take(&mut self.known.order);
        let left = order.into_iter().filter_map(|key| Some((self.known.parts.remove(&key)?, key)));
        let gone = left.filter_map(|(known, key)| {
            let seq = known.standing?;
            let mark = if let GoneMark::Since(mark) = known.gone { Some(mark) } else { None };
            let is_named_anew = known.facts.iter().any(|fact| self.names.is_taken(fact));
            let is_new = known.gone == GoneMark::No && !is_left_out(&key);
            let is_again = is_named_anew && mark.is_some();
            if !is_new && !is_again {
                return None;
            }
            let stays = |fact: &&Fact| !self.names.is_taken(fact);
            let renamed = |fact: &&Fact| matches!(fact, Fact::Renamed { .. });
            let renamed = known.facts.iter().filter(stays).filter(renamed).cloned().collect();
            let mut facts = self.names.read_now(&known.facts);
            facts.retain(|fact| !self.names.is_taken(fact));
            let anew = is_named_anew.then_some(StatedAnew { mark });
            let change = PartChange::Gone { seq };
            Some(EditionPart { key, place: None, change, facts, renamed, before: known.facts, anew })
        });
        gone.collect()
    }
}

/// Whether an earlier statement gives its things the same names of before.
fn renames_the_same(known: &KnownPart, renamed: &[Fact]) -> bool {
    let before = known.facts.iter().filter(|fact| matches!(fact, Fact::Renamed { .. }));
    before.clone().count() == renamed.len() && before.into_iter().all(|fact| renamed.contains(fact))
}

fn change_of(known: &KnownPart, same: bool) -> PartChange {
    match (known.standing, known.gone) {
        // Somebody here took the whole part back, or the latest edition of it.
        (None, _) => PartChange::TakenBack,
        (Some(standing), _) if same && standing != known.latest => PartChange::TakenBack,
        (Some(seq), GoneMark::Since(gone)) => PartChange::CameBack { gone, changed: (!same).then_some(seq) },
        (Some(seq), _) if same => PartChange::Unchanged { seq },
        (Some(seq), _) => PartChange::Changed { seq },
    }
}
