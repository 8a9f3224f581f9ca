use crate::record::lexicon::{VERBS, Verb};

use super::shelter::PlacedWord;

/// Returns the verb that these words begin with, and the number of its words.
pub(crate) fn leading(words: &[PlacedWord<'_>]) -> Option<(&'static Verb, usize)> {
    let fits = |verb: &&Verb| {
        verb.words.len() <= words.len() && verb.words.iter().zip(words).all(|(one, word)| *one == word.text)
    };
    VERBS.iter().find(fits).map(|verb| (verb, verb.words.len()))
}

#[cfg(test)]
mod tests {
    use super::super::shelter::words;
    use super::*;
    use crate::record::Relation;

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
}
