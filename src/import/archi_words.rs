//! What the words of ArchiMate are here.

use crate::record::{Kind, Relation, Sign, Strength};

use crate::import::words::sign_words::sign_of;

/// The kinds of elements. C13 of the formats: drivers, goals and outcomes are what goes up or down.
const KINDS: &[(&str, Kind)] = &[
    ("businessactor", Kind::Party),
    ("businessrole", Kind::Party),
    ("businesscollaboration", Kind::Party),
    ("stakeholder", Kind::Party),
    ("businessprocess", Kind::Process),
    ("businessfunction", Kind::Process),
    ("businessinteraction", Kind::Process),
    ("businessevent", Kind::Process),
    ("businessservice", Kind::Process),
    ("capability", Kind::Process),
    ("valuestream", Kind::Process),
    ("implementationevent", Kind::Process),
    ("businessobject", Kind::Resource),
    ("businessinterface", Kind::Resource),
    ("contract", Kind::Resource),
    ("representation", Kind::Resource),
    ("product", Kind::Resource),
    ("resource", Kind::Resource),
    ("dataobject", Kind::Resource),
    ("deliverable", Kind::Resource),
    ("artifact", Kind::Resource),
    ("node", Kind::Resource),
    ("device", Kind::Resource),
    ("systemsoftware", Kind::Resource),
    ("equipment", Kind::Resource),
    ("facility", Kind::Resource),
    ("material", Kind::Resource),
    ("path", Kind::Resource),
    ("communicationnetwork", Kind::Resource),
    ("distributionnetwork", Kind::Resource),
    ("driver", Kind::Factor),
    ("assessment", Kind::Factor),
    ("goal", Kind::Factor),
    ("outcome", Kind::Factor),
    ("value", Kind::Factor),
    ("workpackage", Kind::Initiative),
    ("courseofaction", Kind::Initiative),
];

/// Returns the type of an element or a relation without the words around it: `InfluenceRelationship` and
/// `archimate:InfluenceRelationship` are `Influence`.
pub(super) fn bare_type(sort: &str) -> &str {
    let sort = sort.trim().rsplit(':').next().unwrap_or_default();
    sort.strip_suffix("Relationship").filter(|bare| !bare.is_empty()).unwrap_or(sort)
}

/// Returns a type as people read it: `Application component`.
pub(super) fn spaced_type(sort: &str) -> String {
    let mut words = String::new();
    for c in bare_type(sort).chars() {
        if c.is_uppercase() && !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
            words.extend(c.to_lowercase());
        } else {
            words.push(c);
        }
    }
    words
}

/// Returns the kind of an element; `None` for a type that says nothing of it.
pub(super) fn kind_of_element(sort: &str) -> Option<Kind> {
    let sort = bare_type(sort).to_lowercase().replace(' ', "");
    let known = KINDS.iter().find(|(known, _)| *known == sort).map(|(_, kind)| *kind);
    let is_system = sort.starts_with("application") || sort.starts_with("technology");
    known.or(is_system.then_some(Kind::Resource))
}

/// Whether an element joins relations and is nothing itself.
pub(super) fn is_junction(sort: &str) -> bool {
    matches!(bare_type(sort), "Junction" | "AndJunction" | "OrJunction")
}

/// Whether a relation puts its end into its start.
pub(super) fn is_nesting(sort: &str) -> bool {
    matches!(bare_type(sort), "Composition" | "Aggregation")
}

/// Returns what a relation is here: the relations of its arrows, each with whether the arrow is turned. An association
/// is asked about: it has none.
pub(super) fn relations_of(sort: &str, access: Option<&str>, to: Option<Kind>) -> Vec<(Relation, bool)> {
    match bare_type(sort) {
        "Influence" => vec![(Relation::Affects, false)],
        "Composition" | "Aggregation" => vec![(Relation::In, true)],
        "Specialization" | "Specialisation" => vec![(Relation::In, false)],
        "Realization" | "Realisation" if to == Some(Kind::Factor) => vec![(Relation::Aims, false)],
        "Assignment" | "Serving" | "UsedBy" | "Flow" | "Triggering" | "Realization" | "Realisation" => {
            vec![(Relation::Feeds, false)]
        }
        "Access" => match access.unwrap_or_default() {
            "Write" => vec![(Relation::Feeds, false)],
            "ReadWrite" => vec![(Relation::Needs, false), (Relation::Feeds, false)],
            _ => vec![(Relation::Needs, false)],
        },
        _ => Vec::new(),
    }
}

/// Returns the sign and the strength of an influence: `++` is strongly more, `--` strongly less.
pub(super) fn influence_of(strength: &str) -> Option<(Sign, Strength)> {
    let strength = strength.trim();
    let number = strength.strip_prefix(['+', '-', '\u{2212}']).filter(|rest| rest.parse::<f64>().is_ok());
    match number {
        Some(_) if strength.starts_with('+') => Some((Sign::Plus, Strength::default())),
        Some(_) => Some((Sign::Minus, Strength::default())),
        None if strength == "+++" => Some((Sign::Plus, Strength::Dominant)),
        None if strength == "---" => Some((Sign::Minus, Strength::Dominant)),
        None => sign_of(strength),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_marks_are_a_strong_sign() {
        assert_eq!(influence_of("--"), Some((Sign::Minus, Strength::Clear)));
        assert_eq!(influence_of("++"), Some((Sign::Plus, Strength::Clear)));
        assert_eq!(influence_of("-3"), Some((Sign::Minus, Strength::Some)));
        assert_eq!(influence_of("7"), None);
    }

    #[test]
    fn types_are_read_with_and_without_the_words_around_them() {
        assert_eq!(bare_type("archimate:InfluenceRelationship"), "Influence");
        assert_eq!(spaced_type("archimate:ApplicationComponent"), "Application component");
        assert_eq!(kind_of_element("Work Package"), Some(Kind::Initiative));
        assert_eq!(kind_of_element("TechnologyService"), Some(Kind::Resource));
        assert_eq!(kind_of_element("Requirement"), None);
    }
}
