//! Names that are part of another name.

use std::collections::BTreeMap;

use super::names::{Likeness, NameList, Pair};

/// The minimum length of a beginning; a shorter one fits too many names.
const SHORTEST: usize = 4;

/// The maximum number of following names, in key order, with which a name is compared.
const CROWD: usize = 64;

/// The maximum number of words of the shorter name.
const MOST_WORDS: usize = 8;

/// Finds the pairs in which one name is part of exactly one other. "bot" may mean the only "Service bot"; where there
/// are two such names, "bot" is ambiguous.
pub(super) fn pairs(names: &NameList<'_>, note: &mut impl FnMut(Pair, Likeness)) {
    for (part, whole) in only(held(names)) {
        note((part, whole), Likeness::Within);
    }
    for (part, whole) in only(begun(names)) {
        note((part, whole), Likeness::Begun);
    }
}

fn only(wholes: BTreeMap<usize, Vec<usize>>) -> impl Iterator<Item = Pair> {
    wholes.into_iter().filter_map(|(part, wholes)| match wholes.as_slice() {
        [only] => Some((part, *only)),
        _ => None,
    })
}

/// Returns for each name the longer names that contain its words in a row; at most two, since two are ambiguous
/// already.
fn held(names: &NameList<'_>) -> BTreeMap<usize, Vec<usize>> {
    let by_words: BTreeMap<&[String], usize> =
        names.stems.iter().enumerate().map(|(at, stemmed)| (stemmed.words.as_slice(), at)).collect();
    let mut wholes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (whole, stemmed) in names.stems.iter().enumerate() {
        let words = stemmed.words.as_slice();
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
/// "underwrit". At most two for each name.
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
    if known.len() < 2 && !known.contains(&whole) && part != whole {
        known.push(whole);
    }
}
