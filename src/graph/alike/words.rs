//! Words as their stems: "claims" and "claim" are one word here.

use std::collections::BTreeMap;

use super::{Likeness, NameList, Pair};

/// The words of a name without what makes them plural.
pub(super) struct Stemmed {
    words: Vec<String>,
}

impl Stemmed {
    pub(super) fn of(key: &str) -> Self {
        Self { words: key.split(' ').map(stem).collect() }
    }

    /// Whether one of the words that say something is among those of another name too.
    pub(super) fn shares_a_word(&self, other: &Self) -> bool {
        self.words.iter().any(|word| word.chars().count() > 3 && other.words.contains(word))
    }

    pub(super) fn words(&self) -> &[String] {
        &self.words
    }
}

/// A word in the singular, as far as its ending tells.
fn stem(word: &str) -> String {
    let long = word.chars().count() > 3;
    let cut = |ending: &str| word.strip_suffix(ending).filter(|_| long);
    if let Some(rest) = cut("ies") {
        return format!("{rest}y");
    }
    if let Some(rest) = ["ches", "shes", "sses", "xes", "zes"].into_iter().find_map(cut) {
        let kept = word.len() - rest.len() - "es".len();
        return word.get(..rest.len() + kept).unwrap_or(word).to_owned();
    }
    let singular = ["ss", "us", "is"].into_iter().any(|ending| word.ends_with(ending));
    cut("s").filter(|_| !singular).unwrap_or(word).to_owned()
}

/// The pairs whose letters are the same once plurals and gaps are gone; each with the first of its like.
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
        // Where several names have these letters, nobody can say which of them is meant.
        if let Some([only]) = long.get(text).map(Vec::as_slice) {
            note((at, *only), Likeness::Initials);
        }
    }
}

/// Two letters stand for too many things.
const FEWEST_INITIALS: usize = 3;

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_plural_is_the_same_word() {
        for (one, many) in [("claim", "claims"), ("policy", "policies"), ("branch", "branches"), ("box", "boxes")] {
            assert_eq!(stem(one), stem(many));
        }
        for word in ["loss", "status", "analysis", "gas", "ops"] {
            assert_eq!(stem(word), if word == "ops" { "ops" } else { word });
        }
    }
}
