use crate::import::ColumnRole;
use crate::record::Relation;

/// What a column can be taken for, in the order of the list: the words of the list, which say what the column is to the
/// thing of its row.
const WORDS: &[(ColumnRole, &str, &str)] = &[
    (ColumnRole::Name, "its name", "every row is a thing; this is what it is called"),
    (ColumnRole::Id, "its number", "tells the row from every other, in each edition of the file"),
    (ColumnRole::Unit, "who answers for it (unit)", "a team, an office, an agency"),
    (ColumnRole::Person, "who answers for it (person)", "nobody's name comes onto the map"),
    (ColumnRole::Status, "its status", "idea, pilot, live, fading, stopped"),
    (ColumnRole::Started, "when it began", "a day"),
    (ColumnRole::About, "what it is about", "a text"),
    (ColumnRole::Needs, "needs", "the row's thing cannot work without it"),
    (ColumnRole::FedBy, "is fed by", "supplies the row's thing"),
    (ColumnRole::Feeds, "feeds", "the row's thing supplies it"),
    (ColumnRole::Affects, "changes", "whether it makes more or less of it is asked"),
    (ColumnRole::Vendor, "who supplies it", "a firm outside the organisation"),
    (ColumnRole::Aims, "is meant to move", "a goal, a measure"),
    (ColumnRole::PartOf, "is part of", "a larger thing"),
    (ColumnRole::Sort, "what sort it is", "the word for its kind"),
    (ColumnRole::Tag, "a word that marks it", "a topic, a class"),
    (ColumnRole::OtherName, "another name", "it is called so as well"),
    (ColumnRole::From, "an arrow starts at", "every row is an arrow; this is where it starts"),
    (ColumnRole::To, "an arrow ends at", "this is where it ends"),
    (ColumnRole::Sign, "more or less", "the sign of the arrow"),
    (ColumnRole::Relation, "what the arrow says", "needs, feeds, owns, affects"),
    (ColumnRole::Note, "about the arrow", "a text"),
    (ColumnRole::Delay, "how long it takes", "the delay of the arrow"),
    (ColumnRole::Strength, "how strong it is", "the strength of the arrow"),
];

/// The words for a column that is left out.
pub(super) const LEFT_OUT: &str = "left out";

/// Returns what a column can be taken for, in the order of the list; `None` leaves it out.
pub(super) fn choices() -> impl Iterator<Item = Option<ColumnRole>> {
    std::iter::once(None).chain(WORDS.iter().map(|(role, ..)| Some(*role)))
}

/// Returns the words for what a column is taken for.
pub(super) fn words(role: Option<ColumnRole>) -> &'static str {
    let known = role.and_then(|role| WORDS.iter().find(|(known, ..)| *known == role));
    known.map_or(LEFT_OUT, |(_, words, _)| words)
}

/// Returns more words for what a column is taken for.
pub(super) fn explained(role: Option<ColumnRole>) -> &'static str {
    let known = role.and_then(|role| WORDS.iter().find(|(known, ..)| *known == role));
    known.map_or("nothing of it comes in", |(.., explained)| explained)
}

/// Whether at most one column of a table can be taken for this.
pub(super) const fn is_single(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Name | ColumnRole::Id | ColumnRole::Status | ColumnRole::From | ColumnRole::To)
}

/// Returns the words for a relation, as a heading over its arrows.
pub(super) const fn relation_words(relation: Relation) -> &'static str {
    match relation {
        Relation::Affects => "affects",
        Relation::Feeds => "supplies",
        Relation::Needs => "needs",
        Relation::Rewards => "pays for",
        Relation::Aims => "is meant to move",
        Relation::Voices => "speaks for",
        Relation::Owns => "answers for",
        Relation::In => "is part of",
        Relation::Covers => "covers",
        Relation::Builds => "builds on",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_words_of_its_own() {
        let said: Vec<_> = choices().map(words).collect();
        let mut distinct = said.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), said.len());
        assert!(said.iter().all(|words| words.len() <= 27));
    }
}
