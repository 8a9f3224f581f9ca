use crate::record::{Relation, Sign};

use super::shelter::Word;

/// A verb that may be typed instead of an arrow, or after the colon.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    words: &'static [&'static str],
    pub(crate) relation: Relation,
    /// The sign that the verb itself says.
    pub(crate) sign: Option<Sign>,
    /// Common in ordinary sentences: read as a verb only after something that is surely a thing.
    pub(crate) weak: bool,
}

const fn verb(words: &'static [&'static str], relation: Relation) -> Verb {
    Verb { words, relation, sign: None, weak: false }
}

const fn weak(words: &'static [&'static str], relation: Relation) -> Verb {
    Verb { words, relation, sign: None, weak: true }
}

const fn signed(words: &'static [&'static str], sign: Sign) -> Verb {
    Verb { words, relation: Relation::Affects, sign: Some(sign), weak: false }
}

/// Every verb; of two that begin alike the longer comes first.
const VERBS: &[Verb] = &[
    verb(&["affects"], Relation::Affects),
    weak(&["changes"], Relation::Affects),
    weak(&["drives"], Relation::Affects),
    signed(&["raises"], Sign::Plus),
    signed(&["lowers"], Sign::Minus),
    verb(&["feeds"], Relation::Feeds),
    weak(&["gives"], Relation::Feeds),
    verb(&["supplies"], Relation::Feeds),
    verb(&["needs"], Relation::Needs),
    weak(&["uses"], Relation::Needs),
    verb(&["depends", "on"], Relation::Needs),
    verb(&["owns"], Relation::Owns),
    weak(&["runs"], Relation::Owns),
    weak(&["in"], Relation::In),
    verb(&["part", "of"], Relation::In),
    verb(&["rewards"], Relation::Rewards),
    verb(&["pays", "for"], Relation::Rewards),
    verb(&["aims"], Relation::Aims),
    verb(&["builds", "on"], Relation::Builds),
    verb(&["builds"], Relation::Builds),
    verb(&["covers"], Relation::Covers),
    verb(&["voices"], Relation::Voices),
    verb(&["speaks", "for"], Relation::Voices),
];

/// The verb these words begin with and how many of them it takes.
pub(crate) fn leading(words: &[Word<'_>]) -> Option<(&'static Verb, usize)> {
    let fits = |verb: &&Verb| {
        verb.words.len() <= words.len() && verb.words.iter().zip(words).all(|(one, word)| *one == word.text)
    };
    VERBS.iter().find(fits).map(|verb| (verb, verb.words.len()))
}

#[cfg(test)]
mod tests {
    use super::super::shelter::words;
    use super::*;

    #[test]
    fn the_longest_verb_wins() {
        for (text, relation, length) in [
            ("builds on Bot", Some(Relation::Builds), 2),
            ("builds Bot", Some(Relation::Builds), 1),
            ("depends on Bot", Some(Relation::Needs), 2),
            ("depends", None, 0),
            ("Needs assessment", None, 0),
        ] {
            let found = leading(&words(text));
            assert_eq!(found.map(|(verb, _)| verb.relation), relation, "{text}");
            assert_eq!(found.map_or(0, |(_, length)| length), length, "{text}");
        }
    }

    #[test]
    fn every_relation_has_a_verb_of_its_own_name() {
        for relation in Relation::ALL {
            assert_eq!(leading(&words(relation.name())).map(|(verb, _)| verb.relation), Some(relation));
        }
    }
}
