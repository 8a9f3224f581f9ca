use serde_json::Value;

use crate::import::input::json_fields::text;
use crate::record::Relation;

/// What a relation of Backstage means here. Each stands under two names, one from either end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CatalogueRelation {
    /// The first has an arrow to the second, and states it.
    Forth(Relation),
    /// The second has an arrow to the first, and the second states it.
    Back(Relation),
    /// The first has an arrow to the second, and the second states it.
    Told(Relation),
    /// The second has an arrow to the first, and the first states it.
    Owed(Relation),
    /// The first is a person of the second.
    Member,
    /// The second is a person of the first.
    HasMember,
}

/// Returns what the type of a relation means; `None` for one that only a plugin knows.
pub(super) fn relation_of(name: &str) -> Option<CatalogueRelation> {
    Some(match name {
        "ownedBy" => CatalogueRelation::Owed(Relation::Owns),
        "ownerOf" => CatalogueRelation::Told(Relation::Owns),
        "partOf" | "childOf" => CatalogueRelation::Forth(Relation::In),
        "hasPart" | "parentOf" => CatalogueRelation::Back(Relation::In),
        "dependsOn" | "consumesApi" => CatalogueRelation::Forth(Relation::Needs),
        "dependencyOf" | "apiConsumedBy" => CatalogueRelation::Back(Relation::Needs),
        "providesApi" => CatalogueRelation::Forth(Relation::Feeds),
        "apiProvidedBy" => CatalogueRelation::Back(Relation::Feeds),
        "memberOf" => CatalogueRelation::Member,
        "hasMember" => CatalogueRelation::HasMember,
        _ => return None,
    })
}

/// Whether a value is one relation of the backend's list: `{"source", "type", "target"}`.
pub(super) fn is_one(value: &Value) -> bool {
    let is_reference = |field| text(value, field).is_some_and(|written| written.contains(':') && written.contains('/'));
    is_reference("source") && is_reference("target") && text(value, "type").is_some()
}
