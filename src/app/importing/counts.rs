//! What would come in, in numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::{ImportMapping, ImportedMap, RemarkSort};
use crate::record::{Kind, Relation, Sign};

/// The numbers of what would come in, without what is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ImportCounts {
    /// The number of things.
    pub(super) things: usize,
    /// The things of each kind, most first.
    pub(super) kinds: Vec<(Kind, usize)>,
    /// The number of arrows.
    pub(super) arrows: usize,
    /// The arrows of each relation, most first.
    pub(super) relations: Vec<(Relation, usize)>,
    /// The signs of the arrows that can have one: more, less, none said.
    pub(super) signs: [usize; 3],
    /// The number of people whom the files name.
    pub(super) people: usize,
    /// The number of things that are left out.
    pub(super) left_out: usize,
    /// The number of remarks of each sort: left out, asked, noted.
    pub(super) remarks: [usize; 3],
    /// The sorts of things that the files name.
    pub(super) sorts: Vec<SortCount>,
}

/// A sort of things that the files name, and the kind it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SortCount {
    /// The word of the files, as they have it first; empty for things for which they have no word.
    pub(super) word: String,
    /// The number of things.
    pub(super) things: usize,
    /// The kind.
    pub(super) kind: Kind,
}

impl ImportCounts {
    pub(super) fn of(map: &ImportedMap, mapping: &ImportMapping) -> Self {
        let left_out: BTreeSet<&str> = mapping.left_out.iter().map(String::as_str).collect();
        let comes: Vec<bool> = map.things.iter().map(|thing| !left_out.contains(thing.key.as_str())).collect();
        let mut counts = Self { people: map.people.len(), sorts: sorts(map), ..Self::default() };
        let (mut kinds, mut relations) = (BTreeMap::new(), BTreeMap::new());
        for (thing, comes) in map.things.iter().zip(&comes) {
            if *comes {
                counts.things += 1;
                *kinds.entry(thing.kind).or_default() += 1;
            } else {
                counts.left_out += 1;
            }
        }
        let end_comes = |end: usize| comes.get(end).copied().unwrap_or_default();
        let arrows = map.arrows.iter().filter(|arrow| !left_out.contains(arrow.key.as_str()));
        for arrow in arrows.filter(|arrow| end_comes(arrow.from) && end_comes(arrow.to)) {
            counts.arrows += 1;
            *relations.entry(arrow.relation).or_default() += 1;
            if arrow.relation.carries_sign() {
                let place = match arrow.sign {
                    Sign::Plus => 0,
                    Sign::Minus => 1,
                    _ => 2,
                };
                if let Some(count) = counts.signs.get_mut(place) {
                    *count += 1;
                }
            }
        }
        for remark in &map.remarks {
            let place = match remark.sort {
                RemarkSort::LeftOut => 0,
                RemarkSort::Asked => 1,
                RemarkSort::Noted => 2,
            };
            if let Some(count) = counts.remarks.get_mut(place) {
                *count += 1;
            }
        }
        (counts.kinds, counts.relations) = (most_first(kinds), most_first(relations));
        counts
    }
}

fn most_first<T: Ord>(counted: BTreeMap<T, usize>) -> Vec<(T, usize)> {
    let mut counted: Vec<(T, usize)> = counted.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted
}

/// Returns the sorts of things, most first. Things that the files name only at the end of an arrow have no sort.
fn sorts(map: &ImportedMap) -> Vec<SortCount> {
    let mut sorts: BTreeMap<String, SortCount> = BTreeMap::new();
    for thing in map.things.iter().filter(|thing| thing.sort.is_some() || !thing.is_only_named()) {
        let word = thing.sort.clone().unwrap_or_default();
        let sort = sorts.entry(word.to_lowercase()).or_insert(SortCount { word, things: 0, kind: thing.kind });
        sort.things += 1;
    }
    let mut sorts: Vec<SortCount> = sorts.into_values().collect();
    sorts.sort_by_key(|sort| std::cmp::Reverse(sort.things));
    sorts
}
