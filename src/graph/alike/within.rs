//! Names that are part of another name.

use std::collections::BTreeMap;

use super::likeness::Likeness;
use super::names::{FoundPairs, NameList};
use super::score::Scores;

/// The minimum length of a beginning; a shorter one fits too many names.
const SHORTEST: usize = 4;

/// The maximum number of following names, in key order, with which a name is compared.
const CROWD: usize = 64;

/// The maximum number of words of the shorter name.
const MOST_WORDS: usize = 8;

/// The score of a name that is part of one other.
const PART_OF_ONE: u16 = 520;

/// The score of a name that is part of several others, any of which it may mean.
const PART_OF_SEVERAL: u16 = 420;

/// The score of a name that breaks off within the only name that begins with it.
const BEGUN: u16 = 640;

/// The maximum number of longer names that one name may mean.
const MOST_WHOLES: usize = 3;

/// Finds the pairs in which one name is part of others. "bot" may mean the only "Service bot"; where there are two such
/// names, it is less sure which is meant, and where there are more than three it is no sign.
pub(super) fn pairs(names: &NameList<'_>, scores: &Scores<'_>, found: &mut FoundPairs) {
    for (part, wholes) in held(names).into_iter().filter(|(_, wholes)| wholes.len() <= MOST_WHOLES) {
        let score = if wholes.len() == 1 { PART_OF_ONE } else { PART_OF_SEVERAL };
        wholes
            .into_iter()
            .filter(|whole| !scores.tells_apart(part, *whole))
            .for_each(|whole| found.note((part, whole), Likeness::Within, score));
    }
    for (part, wholes) in begun(names) {
        if let [only] = wholes.as_slice() {
            found.note((part, *only), Likeness::Begun, BEGUN);
        }
    }
}

/// Returns for each name the longer names that contain its words in a row; at most one more than counts.
fn held(names: &NameList<'_>) -> BTreeMap<usize, Vec<usize>> {
    let by_words: BTreeMap<&[String], usize> =
        names.indexed_forms().map(|(at, form)| (form.stems.as_slice(), at)).collect();
    let mut wholes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (whole, form) in names.indexed_forms() {
        let words = form.stems.as_slice();
        // The shorter name must have about half of the words: one word of a long name is not a short form of it.
        let shortest = words.len().saturating_sub(1) / 2;
        for length in shortest.max(1)..words.len().min(MOST_WORDS) {
            for part in words.windows(length).filter_map(|row| by_words.get(row)) {
                add(&mut wholes, *part, whole);
            }
        }
    }
    wholes
}

/// Returns for each name the longer names that begin with it and go on within its last word: "Underwriting" for
/// "underwrit".
fn begun(names: &NameList<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut wholes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, text) in names.texts().filter(|(_, text)| text.chars().count() >= SHORTEST) {
        let behind = names.keys.iter().enumerate().skip(at + 1).take(CROWD);
        for (whole, key) in behind.take_while(|(_, key)| key.as_str().starts_with(text)) {
            let rest = key.as_str().get(text.len()..).unwrap_or_default();
            if rest.starts_with(char::is_alphabetic) && !rest.contains(' ') {
                add(&mut wholes, at, whole);
            }
        }
    }
    wholes
}

fn add(wholes: &mut BTreeMap<usize, Vec<usize>>, part: usize, whole: usize) {
    let known = wholes.entry(part).or_default();
    if known.len() <= MOST_WHOLES && !known.contains(&whole) && part != whole {
        known.push(whole);
    }
}
