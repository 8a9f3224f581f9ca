use std::collections::HashSet;

use serde_json::{Map, Value};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::place::WithinFile;
use crate::import::drafting::network::{GroupTree, LinkHeads, Network, NetworkFields, json_text};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "cytoscape", about: "a Cytoscape network", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    let has_data = |element: &Value| element.get("data").is_some_and(Value::is_object);
    let begins = |elements: &Value| elements.as_array().and_then(|list| list.first()).is_some_and(has_data);
    let Some(root) = file.json() else { return false };
    match root.get("elements") {
        Some(elements @ Value::Object(lists)) => {
            let lists = lists.contains_key("nodes") || lists.contains_key("edges");
            let is_list = |list: &Value| list.as_array().is_some_and(|list| list.first().is_none_or(has_data));
            lists && ["nodes", "edges"].iter().filter_map(|name| elements.get(*name)).all(is_list)
        }
        Some(elements) => begins(elements),
        None => begins(root),
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        if let Some(root) = file.json() {
            read_root(file, root, &mut network)?;
        }
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

fn read_root(file: &ImportedFile, root: &Value, network: &mut Network<'_>) -> Result<(), ImportError> {
    if let Some(title) = &title_of(root) {
        network.draft.title(title);
    }
    let (nodes, edges) = elements_of(root);
    let id_at = |data: &Map<String, Value>, name: &str| data.get(name).and_then(json_text).unwrap_or_default();
    let at_ends: HashSet<String> =
        edges.iter().flat_map(|edge| [id_at(edge, "source"), id_at(edge, "target")]).collect();
    let mut groups = GroupTree::default();
    let read: Vec<(String, NetworkFields)> = nodes
        .iter()
        .take(limits::THINGS + 1)
        .map(|data| {
            let mut fields = NetworkFields::default();
            fields.add_json(data);
            let label = fields.first(&["label", "name", "sharedname"]).map(str::to_owned);
            let id = data.get("id").and_then(json_text).or_else(|| label.clone()).unwrap_or_default();
            groups.add(&id, &label.unwrap_or_else(|| id.clone()), data.get("parent").and_then(json_text).as_deref());
            (id, fields)
        })
        .collect();
    let alone = groups.alone(&at_ends);
    for (id, fields) in read.iter().filter(|(id, _)| !alone.contains(id.as_str())) {
        let place = file.item(format!("node {id}"));
        let (around, fault) = groups.around(id);
        if let Some(says) = fault {
            network.draft.remark(place.clone(), RemarkSort::Noted, says);
        }
        network.thing(id, &place, fields, id, &around)?;
    }
    let directed = root.get("directed").and_then(Value::as_bool);
    if directed.is_none() && !edges.is_empty() {
        network.ask_direction(file.place(WithinFile::Whole));
    }
    for edge in edges {
        let (from, to) = (id_at(edge, "source"), id_at(edge, "target"));
        let place = file.item(format!("edge from {from} to {to}"));
        let (Some(from), Some(to)) = (network.end(&from, &place), network.end(&to, &place)) else { continue };
        let heads = match edge.get("directed").and_then(Value::as_bool).or(directed) {
            Some(false) => LinkHeads::None,
            _ => LinkHeads::AtEnd,
        };
        network.arrow(&place, (from, to), heads, &edge_fields(edge))?;
    }
    Ok(())
}

/// Returns the attributes of an edge, without the names that Cytoscape makes of its ends: `bot (needs) queue`.
fn edge_fields(edge: &Map<String, Value>) -> NetworkFields {
    let mut fields = NetworkFields::default();
    fields.add_json(edge);
    let made = fields.first(&["interaction", "sharedinteraction"]).map(|interaction| format!(" ({interaction}) "));
    if made.zip(fields.first(&["name"])).is_some_and(|(made, name)| name.contains(&made)) {
        fields.take("name");
    }
    fields.take("sharedname");
    if fields.first(&["interaction"]).is_some() {
        fields.take("sharedinteraction");
    }
    fields
}

/// The data of elements.
type DataOf<'v> = Vec<&'v Map<String, Value>>;

/// Returns the data of the nodes and of the edges: from two lists, or from one in which an edge has ends.
fn elements_of(root: &Value) -> (DataOf<'_>, DataOf<'_>) {
    let elements = root.get("elements").unwrap_or(root);
    if elements.is_object() {
        return (data_of(elements.get("nodes")), data_of(elements.get("edges")));
    }
    let all = data_of(Some(elements));
    all.into_iter().partition(|data| !(data.contains_key("source") && data.contains_key("target")))
}

fn data_of(list: Option<&Value>) -> DataOf<'_> {
    let elements = list.and_then(Value::as_array).into_iter().flatten();
    elements.filter_map(|element| element.get("data")?.as_object()).collect()
}

/// Returns the name of the network: in an object as Cytoscape writes it, or in pairs as networkx does.
fn title_of(root: &Value) -> Option<String> {
    match root.get("data")? {
        Value::Object(data) => ["name", "shared_name", "label"].iter().find_map(|name| json_text(data.get(*name)?)),
        Value::Array(pairs) => {
            let name = |pair: &Value| pair.get(0)?.as_str().filter(|name| *name == "name").and(json_text(pair.get(1)?));
            pairs.iter().find_map(name)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::told::told;

    #[test]
    fn networkx_says_the_direction_and_its_title_stands_in_pairs() {
        let read = told("map.json", include_bytes!("../../tests/fixtures/import/networkx-3.6.1-cytoscape.json"));
        assert_eq!((read.format, read.map.title.as_deref()), ("cytoscape", Some("Calder AI map")));
        assert_eq!(read.things, ["Service bot", "Queue pressure", "Customer trust", "Claims"]);
        let owned = "Claims owns Service bot";
        assert_eq!(read.arrows, ["Service bot > Queue pressure", "Queue pressure > Customer trust -", owned]);
        assert_eq!(read.says(RemarkSort::Asked).len(), 1, "the two arrows do not agree");
        assert_eq!(read.map.arrows[0].note.as_deref(), Some("more calls at first"));
    }

    #[test]
    fn what_is_in_a_compound_is_marked_with_it() {
        let read = told("map.json", include_bytes!("../../tests/fixtures/import/cytoscape-3.35.0-cy.json"));
        assert_eq!(read.things, ["Service bot", "Queue pressure", "Customer trust"]);
        assert_eq!(read.map.things[0].tags, ["Claims"]);
        assert_eq!(read.arrows, ["Service bot > Queue pressure", "Queue pressure > Customer trust -"]);
        let asked = read.says(RemarkSort::Asked);
        assert!(asked[0].contains("does not say whether its links have a direction") && asked.len() == 2, "{asked:?}");
    }

    #[test]
    fn the_desktop_program_names_its_arrows_itself() {
        let read = told(
            "map.cyjs",
            r#"{"format_version": "1.0", "generated_by": "cytoscape-3.10.2", "data": {"shared_name": "Map", "name": "Map", "SUID": 52},
            "elements": {"nodes": [{"data": {"id": "61", "shared_name": "Bot", "name": "Bot", "SUID": 61, "selected": false}}, {"data": {"id": "62", "name": "Data"}}],
            "edges": [{"data": {"id": "70", "source": "61", "target": "62", "shared_name": "Bot (needs) Data", "name": "Bot (needs) Data", "shared_interaction": "needs", "interaction": "needs", "SUID": 70}}]}}"#,
        );
        assert_eq!(
            (read.arrows.as_slice(), read.map.title.as_deref()),
            (&["Bot needs Data".to_owned()][..], Some("Map"))
        );
        assert_eq!((read.map.arrows[0].note.as_deref(), read.says(RemarkSort::Noted).len()), (None, 0));
    }

    #[test]
    fn one_list_holds_nodes_and_edges() {
        let list = r#"[{"data": {"id": "a"}}, {"group": "edges", "data": {"id": "e", "source": "a", "target": "b", "label": "reduces"}}, {"data": {"id": "b"}}]"#;
        for text in [list.to_owned(), format!(r#"{{"elements": {list}}}"#)] {
            assert_eq!(told("map.json", text).arrows, ["a > b -"]);
        }
    }

    #[test]
    fn parents_in_each_other_are_things_and_said() {
        let read = told(
            "map.json",
            r#"{"directed": true, "elements": {"nodes": [{"data": {"id": "a", "parent": "b"}}, {"data": {"id": "b", "parent": "a"}}], "edges": []}}"#,
        );
        assert_eq!((read.things.len(), read.says(RemarkSort::Noted).len()), (2, 2));
    }
}
