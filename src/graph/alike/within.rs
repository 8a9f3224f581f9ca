//! Names that are part of another name.

use std::collections::BTreeMap;

use super::names::{Likeness, NameList, Pair};

/// A shorter beginning could be of anything.
const SHORTEST: usize = 4;

/// So many names behind one in the list are looked at.
const CROWD: usize = 64;

/// Nobody shortens a sentence to its seventh word.
const MOST_WORDS: usize = 8;

/// The pairs in which one name is a part of the other and of no third: "bot" beside one "Service bot" may be that bot;
/// beside two it may be either.
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

/// For each name the longer ones that hold its words in a row, as far as two: more than one is as good as many.
fn held(names: &NameList<'_>) -> BTreeMap<usize, Vec<usize>> {
    let by_words: BTreeMap<&[String], usize> =
        names.stems.iter().enumerate().map(|(at, stemmed)| (stemmed.words(), at)).collect();
    let mut wholes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (whole, stemmed) in names.stems.iter().enumerate() {
        let words = stemmed.words();
        // A word in a whole sentence is only a word.
        let shortest = words.len().saturating_sub(1) / 2;
        for length in shortest.max(1)..words.len().min(MOST_WORDS) {
            for part in words.windows(length).filter_map(|row| by_words.get(row)) {
                add(&mut wholes, *part, whole);
            }
        }
    }
    wholes
}

/// For each name those that go on where it breaks off within a word: "underwrit" and "Underwriting".
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
