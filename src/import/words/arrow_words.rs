use crate::import::words::sign_words::sign_of;
use crate::record::{Relation, Sign, Strength};

/// Words with which labels of arrows state a relation, beside the names of the relations.
const WORDS: &[(&str, Relation)] = &[
    ("influences", Relation::Affects),
    ("supplies", Relation::Feeds),
    ("provides", Relation::Feeds),
    ("depends on", Relation::Needs),
    ("requires", Relation::Needs),
    ("uses", Relation::Needs),
    ("pays for", Relation::Rewards),
    ("aims at", Relation::Aims),
    ("is meant for", Relation::Aims),
    ("speaks for", Relation::Voices),
    ("answers for", Relation::Owns),
    ("part of", Relation::In),
    ("is part of", Relation::In),
    ("belongs to", Relation::In),
    ("applies to", Relation::Covers),
    ("builds on", Relation::Builds),
];

/// Returns the relation that a word stands for: its name, or a word of other tools; `None` for any other.
pub(in crate::import) fn relation_of(word: &str) -> Option<Relation> {
    let word = word.trim().to_lowercase();
    let own = Relation::ALL.into_iter().find(|relation| relation.name() == word);
    own.or_else(|| WORDS.iter().find(|(known, _)| *known == word).map(|(_, relation)| *relation))
}

/// Returns the arrow that its label states: a sign or a direction word alone (`+`, `less`), a relation (`needs`), or a
/// relation and its sign (`rewards ++`), as our own exports label arrows. `None` for any other label, which is a note.
pub(in crate::import) fn arrow_of(label: &str) -> Option<(Relation, Sign, Strength)> {
    let label = label.trim();
    if let Some((sign, strength)) = signed(label) {
        return Some((Relation::Affects, sign, strength));
    }
    if let Some(relation) = relation_of(label) {
        return Some((relation, Sign::Unknown, Strength::default()));
    }
    let (word, mark) = label.rsplit_once(' ')?;
    let relation = relation_of(word).filter(|relation| relation.carries_sign())?;
    let (sign, strength) = signed(mark)?;
    Some((relation, sign, strength))
}

fn signed(mark: &str) -> Option<(Sign, Strength)> {
    match mark.trim() {
        "+++" => Some((Sign::Plus, Strength::Dominant)),
        "---" => Some((Sign::Minus, Strength::Dominant)),
        mark => sign_of(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_states_a_relation_a_sign_or_both() {
        let one = Strength::default();
        assert_eq!(arrow_of("+"), Some((Relation::Affects, Sign::Plus, one)));
        assert_eq!(arrow_of("---"), Some((Relation::Affects, Sign::Minus, Strength::Dominant)));
        assert_eq!(arrow_of("Reduces"), Some((Relation::Affects, Sign::Minus, one)));
        assert_eq!(arrow_of("depends on"), Some((Relation::Needs, Sign::Unknown, one)));
        assert_eq!(arrow_of("feeds -"), Some((Relation::Feeds, Sign::Minus, one)));
        assert_eq!(arrow_of("rewards ++"), Some((Relation::Rewards, Sign::Plus, Strength::Clear)));
        assert_eq!(arrow_of("needs +"), None, "a need has no sign");
        assert_eq!(arrow_of("more (2w)"), None);
        assert_eq!(arrow_of(""), None);
        for relation in Relation::ALL {
            assert_eq!(relation_of(relation.name()), Some(relation));
        }
    }
}
