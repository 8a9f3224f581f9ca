//! Names that are the same words in another form: plural, other spaces, initials.

use std::collections::BTreeMap;

use super::names::{Likeness, NameList, Pair};

/// Finds the names with the same letters once plural endings and spaces are removed; each is paired with the first such
/// name.
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

/// Finds the pairs of which one name consists of the initials of the other's words: "FCR" and "First-contact
/// resolution".
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

/// The minimum number of initials; two are ambiguous.
const FEWEST_INITIALS: usize = 3;
