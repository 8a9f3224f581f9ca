use crate::import::words::arrow_words::relation_of;
use crate::record::Relation;

/// More words with which other tools say what one thing is to another, with the relation here, and whether the arrow
/// starts at the other end.
const WORDS: &[(&str, Relation, bool)] = &[
    ("causes", Relation::Affects, false),
    ("influence", Relation::Affects, false),
    ("impacts", Relation::Affects, false),
    ("affected by", Relation::Affects, true),
    ("serves", Relation::Feeds, false),
    ("supports", Relation::Feeds, false),
    ("consumed by", Relation::Feeds, false),
    ("used by", Relation::Feeds, false),
    ("fed by", Relation::Feeds, true),
    ("provided by", Relation::Feeds, true),
    ("dependson", Relation::Needs, false),
    ("consumes", Relation::Needs, false),
    ("needed by", Relation::Needs, true),
    ("dependency of", Relation::Needs, true),
    ("required by", Relation::Needs, true),
    ("owned by", Relation::Owns, true),
    ("responsible for", Relation::Owns, false),
    ("partof", Relation::In, false),
    ("member of", Relation::In, false),
    ("contains", Relation::In, true),
    ("aims for", Relation::Aims, false),
    ("includes", Relation::Covers, false),
];

/// Returns the relation that a word for the sort of an arrow states, and whether the arrow starts at the other end;
/// `None` for any other word.
pub(in crate::import) fn relation_and_turn(word: &str) -> Option<(Relation, bool)> {
    let word = word.trim().to_lowercase().replace(['_', '-'], " ");
    let known = relation_of(&word).map(|relation| (relation, false));
    known.or_else(|| WORDS.iter().find(|(known, ..)| *known == word).map(|(_, relation, turned)| (*relation, *turned)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_tools_have_words_for_the_relations() {
        for relation in Relation::ALL {
            assert_eq!(relation_and_turn(relation.name()), Some((relation, false)));
        }
        assert_eq!(relation_and_turn("Depends_On"), Some((Relation::Needs, false)));
        assert_eq!(relation_and_turn("owned by"), Some((Relation::Owns, true)));
        assert_eq!(relation_and_turn("reports to"), None);
    }
}
