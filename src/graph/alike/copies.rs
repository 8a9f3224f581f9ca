//! Names that are the copy of another: `shocks2`, `Survey (2)`, `Copy of Harvest`.

use std::collections::BTreeMap;

use super::form::NameForm;
use super::likeness::Likeness;
use super::names::{FoundPairs, NameList};
use crate::graph::Key;

const COPY: u16 = 970;
const TWO_COPIES: u16 = 560;

/// Words before a number that is a place in a row, and not the number of a copy.
const PLACES: &str = "phase stage level tier step grade wave version quarter year line class type group zone region floor \
    ward room team site unit lot part chapter track stufe ebene jahr klasse gruppe teil station abteilung schritt étape \
    niveau groupe année classe etapa fase nivel grupo año clase nível ano classe stap niveau groep jaar klas regio";

/// Pairs each name that has a number or the word copy at its end with the name without it, and less surely with the other
/// copies of that name. Without that name, numbers tell things apart: `Phase 1` and `Phase 2`.
pub(super) fn pairs(names: &NameList<'_>, found: &mut FoundPairs) {
    let mut groups: BTreeMap<_, Vec<(usize, &NameForm)>> = BTreeMap::new();
    for (at, form) in names.indexed_forms() {
        let brackets = form.brackets.as_ref().map(Key::as_str);
        groups.entry((form.stems.concat(), brackets)).or_default().push((at, form));
    }
    for group in groups.into_values() {
        let (copies, originals): (Vec<_>, Vec<_>) = group.into_iter().partition(|(_, form)| is_copy(form));
        let Some((original, form)) = originals.first() else { continue };
        if is_place(form) {
            continue;
        }
        let score = if is_row(&copies) { TWO_COPIES } else { COPY };
        for (at, (copy, _)) in copies.iter().enumerate() {
            found.note((*original, *copy), Likeness::Copy, score);
            for (other, _) in copies.iter().skip(at + 1) {
                found.note((*copy, *other), Likeness::Copy, TWO_COPIES);
            }
        }
    }
}

const fn is_copy(form: &NameForm) -> bool {
    form.copy || form.number.is_some()
}

/// Whether the last word says that a number behind it is a place in a row.
fn is_place(form: &NameForm) -> bool {
    form.words.last().is_some_and(|word| PLACES.split_ascii_whitespace().any(|place| place == word))
}

/// Whether the numbers begin with one and go on, as those of a row do, and those of copies seldom.
fn is_row(copies: &[(usize, &NameForm)]) -> bool {
    let has = |number| copies.iter().any(|(_, copy)| copy.number == Some(number));
    has(1) && has(2)
}
