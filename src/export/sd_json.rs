use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::beside::all_beside;
use super::format::ExportFormat;
use super::wording::{marks, state_words};
use crate::graph::{Arrow, Graph, Key, Link, Thing};
use crate::record::text::clean;

/// The entry of SD-JSON in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    is_json: true,
    ..ExportFormat::map(
        "sd-json",
        "The effects for tools of system dynamics, in SD-JSON",
        "what is no effect (who owns, needs or supplies what, and things without an effect), kinds, relations, \
         strengths, delays, and who agrees",
        "json",
        |material| sd_json(material.graph),
    )
};

/// The effects of the map as a causal loop diagram in SD-JSON: every thing at an effect is a variable, and every effect
/// a relationship with its polarity. What was said beside an effect is its reasoning. An open sign is the empty
/// polarity.
pub fn sd_json(graph: &Graph) -> String {
    let effects: Vec<Link<'_>> = graph.links().filter(|link| link.arrow.is_effect()).collect();
    let joined: BTreeSet<&Key> = effects.iter().flat_map(|link| [&link.from.key, &link.to.key]).collect();
    let variables: Vec<Value> = graph.things().filter(|thing| joined.contains(&thing.key)).map(variable).collect();
    let relationships: Vec<Value> = effects.iter().map(|link| relationship(*link)).collect();
    format!("{:#}\n", json!({ "variables": variables, "relationships": relationships }))
}

fn variable(thing: &Thing) -> Value {
    let mut fields =
        Map::from_iter([("name".to_owned(), clean(&thing.label).into()), ("type".to_owned(), "variable".into())]);
    let state = state_words(thing);
    if !state.is_empty() {
        fields.insert("documentation".to_owned(), state.join("; ").into());
    }
    fields.into()
}

fn relationship(link: Link<'_>) -> Value {
    let mut fields = Map::from_iter([
        ("from".to_owned(), clean(&link.from.label).into()),
        ("to".to_owned(), clean(&link.to.label).into()),
        ("polarity".to_owned(), marks(link.arrow.sign).unwrap_or_default().into()),
    ]);
    fields.extend(reasoning(link.arrow).map(|words| ("reasoning".to_owned(), words.into())));
    fields.into()
}

/// The words and reasons given for an arrow, as one text.
fn reasoning(arrow: &Arrow) -> Option<String> {
    let words = all_beside(arrow);
    (!words.is_empty()).then(|| words.join(" · "))
}
