//! Names that are the same words in another form: plural, other spaces, another order.

use std::collections::BTreeMap;

use super::form::NameForm;
use super::likeness::Likeness;
use super::names::{FoundPairs, NameList, Pair};
use super::score::Scores;

const PLURAL: u16 = 980;
const GAPS: u16 = 960;
const SAME_WORDS: u16 = 940;

/// Finds the names of the same stems, those of the same letters, and those that consist of the same stems beside small
/// words and words of a level. Each is paired with the first such name in key order.
pub(super) fn pairs(names: &NameList<'_>, scores: &Scores<'_>, found: &mut FoundPairs) {
    let mut note = |(a, b): Pair, why, score| {
        if !scores.tells_apart(a, b) {
            found.note((a, b), why, score);
        }
    };
    for pair in same(names, |form| form.stems.join(" ")) {
        note(pair, Likeness::Plural, PLURAL);
    }
    for pair in same(names, |form| form.tongue.stem(&form.words.concat())) {
        note(pair, Likeness::Gaps, GAPS);
    }
    for pair in same(names, content) {
        note(pair, Likeness::SameWords, SAME_WORDS);
    }
}

/// Returns the content of a name in an order of its own, with the digits and operators of the whole name.
fn content(form: &NameForm) -> String {
    let mut stems: Vec<&str> = form.content.iter().map(String::as_str).collect();
    stems.sort_unstable();
    format!("{} {:?}", stems.join(" "), form.exact_parts())
}

/// Pairs each name with the first one of which this is the same; the number and the brackets at their ends are too.
fn same(names: &NameList<'_>, what: impl Fn(&NameForm) -> String) -> Vec<Pair> {
    let mut first = BTreeMap::new();
    let pairs = names.indexed_forms().filter_map(|(at, form)| {
        let known = *first.entry((what(form), form.number, form.brackets.clone(), form.copy)).or_insert(at);
        (known != at).then_some((known, at))
    });
    pairs.collect()
}
