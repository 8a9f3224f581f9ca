//! Names that are the same words in another form: plural, other spaces, initials.

use std::collections::BTreeMap;

use super::names::{Likeness, NameList, Pair};

/// The pairs whose letters are the same without plural endings and spaces; each name is paired with the first such name.
pub(super) fn pairs(names: &NameList<'_>, note: &mut impl FnMut(Pair, Likeness)) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (at, stemmed) in names.stems.iter().enumerate() {
        let known = *first.entry(stemmed.words.concat()).or_insert(at);
        if known != at {
            let same_words = names.stems.get(known).is_some_and(|other| other.words == stemmed.words);
            note((known, at), if same_words { Likeness::Plural } else { Likeness::Gaps });
        }
    }
}

/// The pairs of which one is made of the first letters of the other's words: "FCR" and "First-contact resolution".
pub(super) fn initials(names: &NameList<'_>, note: &mut impl FnMut(Pair, Likeness)) {
    let mut long: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, text) in names.texts() {
        let letters: String = text.split(' ').filter_map(|word| word.chars().next()).collect();
        if letters.chars().count() >= FEWEST_INITIALS {
            long.entry(letters).or_default().push(at);
        }
    }
    for (at, text) in names.texts() {
        // If several names have these initials, it is not known which of them is meant.
        if let Some([only]) = long.get(text).map(Vec::as_slice) {
            note((at, *only), Likeness::Initials);
        }
    }
}

/// The minimum number of initials: two letters are ambiguous.
const FEWEST_INITIALS: usize = 3;
