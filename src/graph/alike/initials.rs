//! Names that hold the initials of the other's words: "NHS" and "National Health Service", "NHS budget" and "Budget of the
//! National Health Service".

use std::collections::{BTreeMap, BTreeSet};

use super::form::NameForm;
use super::likeness::Likeness;
use super::names::{FoundPairs, NameList};
use super::small_words::WordWeight;
use super::stem_weights::spelled_alike;

/// The score of initials that stand for the words of exactly one name.
const ONE: u16 = 920;

/// The score of initials that stand for the words of several names, or of two initials.
const SEVERAL: u16 = 620;

/// The numbers of initials.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;

/// The fewest initials that count where they are not typed in capitals.
const FEWEST: usize = 3;

/// The maximum number of names that initials are paired with.
const MOST: usize = 3;

/// A row of words of a name, by the name's index.
type WordRow<'n> = (usize, &'n [String]);

/// Finds the pairs of which one name holds initials for words of the other, and has no other word that the other lacks.
pub(super) fn pairs(names: &NameList<'_>, found: &mut FoundPairs) {
    let short: Vec<(usize, &String)> =
        names.indexed_forms().flat_map(|(at, form)| initials_in(names, at, form)).collect();
    let wanted: BTreeSet<&str> = short.iter().map(|(_, word)| word.as_str()).collect();
    let rows = rows(names, &wanted);
    for (at, word) in short {
        let (Some(form), Some(rows)) = (names.forms.get(at), rows.get(word.as_str())) else { continue };
        let says = |(other, row): &&WordRow<'_>| {
            *other != at && names.forms.get(*other).is_some_and(|other| is_said_by(form, word, other, row))
        };
        let meant: BTreeSet<usize> = rows.iter().filter(says).map(|(other, _)| *other).collect();
        let sure = meant.len() == 1 && word.chars().count() >= FEWEST;
        for other in meant.into_iter().take(MOST) {
            found.note((at, other), Likeness::Initials, if sure { ONE } else { SEVERAL });
        }
    }
}

/// Returns the words of a name that may be initials: those in capitals, and a name of one word.
fn initials_in<'n>(
    names: &'n NameList<'_>,
    at: usize,
    form: &'n NameForm,
) -> impl Iterator<Item = (usize, &'n String)> {
    let label = names.labels.get(at).copied().unwrap_or_default();
    let alone = form.words.len() == 1;
    let words = form.words.iter().filter(|word| LENGTHS.contains(&word.chars().count()));
    words
        .filter(move |word| is_in_capitals(label, word) || (alone && word.chars().count() >= FEWEST))
        .map(move |word| (at, word))
}

/// Returns the rows of words of all names that have these initials, with or without small words.
fn rows<'n>(names: &'n NameList<'_>, wanted: &BTreeSet<&'n str>) -> BTreeMap<&'n str, Vec<WordRow<'n>>> {
    let mut rows: BTreeMap<&str, Vec<WordRow<'n>>> = BTreeMap::new();
    for (at, form) in names.indexed_forms().filter(|_| !wanted.is_empty()) {
        let word = |word: &String| (word.chars().next(), WordWeight::of(form.tongue, word) == WordWeight::Small);
        let words: Vec<(Option<char>, bool)> = form.words.iter().map(word).collect();
        for from in 0..words.len() {
            let (mut all, mut without_small) = (String::new(), String::new());
            for (to, (letter, small)) in words.iter().enumerate().skip(from) {
                all.extend(letter);
                without_small.extend(letter.filter(|_| !small));
                if without_small.chars().count() > *LENGTHS.end() || (*small && to == from) {
                    break;
                }
                let texts = [&all, &without_small].into_iter().filter(|_| to > from && !small);
                for text in texts.filter_map(|text| wanted.get(text.as_str())) {
                    let row = form.words.get(from..=to).unwrap_or_default();
                    rows.entry(*text).or_default().push((at, row));
                }
            }
        }
    }
    rows
}

/// Whether a name with this row of words says the same as the name with the initials of the row.
fn is_said_by(short: &NameForm, initials: &str, long: &NameForm, row: &[String]) -> bool {
    let row: Vec<String> = row.iter().map(|word| long.tongue.stem(word)).collect();
    let initials = short.tongue.stem(initials);
    let mut rest: Vec<&String> = long.content.iter().filter(|stem| !row.contains(stem)).collect();
    let own = short.content.iter().filter(|stem| **stem != initials);
    own.into_iter().all(|stem| match rest.iter().position(|other| spelled_alike(stem, other) > 0.0) {
        Some(at) => {
            rest.remove(at);
            true
        }
        None => false,
    }) && rest.is_empty()
}

/// Whether a word, given folded, is typed in capitals in a label.
fn is_in_capitals(label: &str, word: &str) -> bool {
    let capitals = word.to_uppercase();
    word.chars().count() >= *LENGTHS.start()
        && word.chars().all(char::is_alphabetic)
        && label.split(|c: char| !c.is_alphanumeric()).any(|typed| typed == capitals)
}
