use crate::record::Relation;

/// Words with which other tools say what one thing is to another, with the relation here, and whether the arrow starts
/// at the other end.
const WORDS: &[(&str, Relation, bool)] = &[
    ("causes", Relation::Affects, false),
    ("influences", Relation::Affects, false),
    ("influence", Relation::Affects, false),
    ("impacts", Relation::Affects, false),
    ("affected by", Relation::Affects, true),
    ("supplies", Relation::Feeds, false),
    ("provides", Relation::Feeds, false),
    ("serves", Relation::Feeds, false),
    ("supports", Relation::Feeds, false),
    ("consumed by", Relation::Feeds, false),
    ("used by", Relation::Feeds, false),
    ("fed by", Relation::Feeds, true),
    ("provided by", Relation::Feeds, true),
    ("depends on", Relation::Needs, false),
    ("dependson", Relation::Needs, false),
    ("uses", Relation::Needs, false),
    ("consumes", Relation::Needs, false),
    ("requires", Relation::Needs, false),
    ("needed by", Relation::Needs, true),
    ("dependency of", Relation::Needs, true),
    ("required by", Relation::Needs, true),
    ("owned by", Relation::Owns, true),
    ("answers for", Relation::Owns, false),
    ("responsible for", Relation::Owns, false),
    ("part of", Relation::In, false),
    ("partof", Relation::In, false),
    ("belongs to", Relation::In, false),
    ("member of", Relation::In, false),
    ("contains", Relation::In, true),
    ("aims at", Relation::Aims, false),
    ("aims for", Relation::Aims, false),
    ("speaks for", Relation::Voices, false),
    ("includes", Relation::Covers, false),
    ("applies to", Relation::Covers, false),
    ("pays for", Relation::Rewards, false),
    ("builds on", Relation::Builds, false),
];

/// Returns the relation that a word for the sort of an arrow states, and whether the arrow starts at the other end;
/// `None` for any other word.
pub(super) fn relation_of(word: &str) -> Option<(Relation, bool)> {
    let word = word.trim().to_lowercase().replace(['_', '-'], " ");
    let own = Relation::ALL.into_iter().find(|relation| relation.name() == word).map(|relation| (relation, false));
    own.or_else(|| WORDS.iter().find(|(known, ..)| *known == word).map(|(_, relation, turned)| (*relation, *turned)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_tools_have_words_for_the_relations() {
        for relation in Relation::ALL {
            assert_eq!(relation_of(relation.name()), Some((relation, false)));
        }
        assert_eq!(relation_of("Depends_On"), Some((Relation::Needs, false)));
        assert_eq!(relation_of("owned by"), Some((Relation::Owns, true)));
        assert_eq!(relation_of("reports to"), None);
    }
}
