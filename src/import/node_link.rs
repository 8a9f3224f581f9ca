use std::collections::HashSet;

use serde_json::{Map, Value};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::place::WithinFile;
use super::vis_arrows::heads_of_arrows;
use crate::import::drafting::network::{GroupTree, LinkHeads, Network, NetworkFields, json_text};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "node-link", about: "a map as JSON of nodes and links", is_one, read };

/// The names that tools have for the list of links, for the ends of a link, and for the id of a node.
const LINKS: &[&str] = &["links", "edges", "relationships", "arcs"];
const ENDS: &[(&str, &str)] =
    &[("source", "target"), ("from", "to"), ("startNode", "endNode"), ("start", "end"), ("tail", "head")];
const IDS: &[&str] = &["id", "key", "_id", "uid", "identity"];
/// What the JSON of other formats has at its root.
const OF_OTHERS: &[&str] = &["lastNodeSample", "mapTitle", "attributeTitles", "elements", "dbt_schema_version"];

fn is_one(file: &ImportedFile) -> bool {
    let Some(root) = file.json().and_then(Value::as_object) else { return false };
    let is_other = OF_OTHERS.iter().any(|name| root.contains_key(*name));
    let has_ends = |links: &Vec<Value>| {
        links.first().is_none_or(|link| link.as_object().is_some_and(|link| ends_of(link).is_some()))
    };
    let is_one = root.get("adjacency").is_some_and(Value::is_array) || links_of(root).is_some_and(has_ends);
    !is_other && is_one && root.get("nodes").is_some_and(|nodes| nodes.is_array() || nodes.is_object())
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        if let Some(root) = file.json().and_then(Value::as_object) {
            read_root(file, root, &mut network)?;
        }
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

/// A node of the file: its id, and its attributes.
struct LinkedNode<'a> {
    id: String,
    fields: NetworkFields,
    object: Option<&'a Map<String, Value>>,
}

fn read_root(file: &ImportedFile, root: &Map<String, Value>, network: &mut Network<'_>) -> Result<(), ImportError> {
    if let Some(title) = &title_of(root) {
        network.draft.title(title);
    }
    let nodes = nodes_of(root);
    let beside = beside(root, &nodes);
    let own = links_of(root).into_iter().flatten().filter_map(Value::as_object);
    let links: Vec<&Map<String, Value>> = own.chain(&beside).collect();
    let order: Vec<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
    let ids: HashSet<&str> = order.iter().copied().collect();
    let end = |value: &Value| end_of(value, &ids, &order);
    let at_ends: HashSet<String> =
        links.iter().filter_map(|link| ends_of(link)).flat_map(|(from, to)| [end(from), end(to)]).collect();
    let groups = group_tree(&nodes);
    let alone = groups.alone(&at_ends);
    for node in nodes.iter().filter(|node| !alone.contains(node.id.as_str())) {
        let place = file.item(format!("node {}", node.id));
        let (around, fault) = groups.around(&node.id);
        if let Some(says) = fault {
            network.draft.remark(place.clone(), RemarkSort::Noted, says);
        }
        network.thing(&node.id, &place, &node.fields, &node.id, &around)?;
    }
    let directions = Directions::of(root, &links);
    if directions.is_asked && !links.is_empty() {
        network.ask_direction(file.place(WithinFile::Whole));
    }
    for link in links {
        read_link(file, link, &directions, &end, network)?;
    }
    Ok(())
}

fn read_link(
    file: &ImportedFile,
    link: &Map<String, Value>,
    directions: &Directions,
    end: &dyn Fn(&Value) -> String,
    network: &mut Network<'_>,
) -> Result<(), ImportError> {
    let Some((from, to)) = ends_of(link) else {
        let says = "this link has no ends";
        network.draft.remark(file.item("a link"), RemarkSort::LeftOut, says);
        return Ok(());
    };
    let (from, to) = (end(from), end(to));
    let place = file.item(format!("link from {from} to {to}"));
    let (Some(from), Some(to)) = (network.end(&from, &place), network.end(&to, &place)) else { return Ok(()) };
    let mut fields = NetworkFields::default();
    fields.add_json(link);
    network.arrow(&place, (from, to), directions.heads(link), &fields)
}

/// What the file says about the direction of its links.
struct Directions {
    /// Whether a link that says nothing itself has a direction.
    usual: bool,
    /// Whether links say their direction with `arrows`.
    by_arrows: bool,
    /// Whether the file does not say it at all.
    is_asked: bool,
}

impl Directions {
    fn of(root: &Map<String, Value>, links: &[&Map<String, Value>]) -> Self {
        let by_arrows = links.iter().any(|link| link.get("arrows").is_some_and(|arrows| !arrows.is_null()));
        let sort = root.get("options").and_then(|options| options.get("type")).and_then(Value::as_str);
        let said = root.get("directed").and_then(Value::as_bool).or(match sort {
            Some("undirected") => Some(false),
            Some("directed" | "mixed") => Some(true),
            _ => None,
        });
        let each = links.iter().all(|link| own_direction(link).is_some());
        Self { usual: said.unwrap_or(true), by_arrows, is_asked: said.is_none() && !by_arrows && !each }
    }

    fn heads(&self, link: &Map<String, Value>) -> LinkHeads {
        match own_direction(link) {
            Some(false) => return LinkHeads::None,
            Some(true) => return LinkHeads::AtEnd,
            None => {}
        }
        if self.by_arrows {
            return link.get("arrows").map_or(LinkHeads::None, heads_of_arrows);
        }
        if self.usual { LinkHeads::AtEnd } else { LinkHeads::None }
    }
}

/// Returns whether a link says itself that it has a direction.
fn own_direction(link: &Map<String, Value>) -> Option<bool> {
    let sort = || link.get("type").and_then(Value::as_str).map(str::to_ascii_lowercase);
    let directed = link.get("directed").and_then(Value::as_bool);
    directed.or_else(|| link.get("undirected").and_then(Value::as_bool).map(|un| !un)).or_else(|| {
        match sort()?.as_str() {
            "undirected" => Some(false),
            "directed" => Some(true),
            _ => None,
        }
    })
}

fn title_of(root: &Map<String, Value>) -> Option<String> {
    let inner = ["graph", "attributes", "metadata"].iter().filter_map(|name| root.get(*name)?.as_object());
    let places = std::iter::once(root).chain(inner);
    let named =
        |object: &Map<String, Value>| ["name", "title", "label"].iter().find_map(|name| json_text(object.get(*name)?));
    let pairs = root.get("graph").and_then(Value::as_array).into_iter().flatten();
    let mut in_pairs = pairs.filter(|pair| pair.get(0).and_then(Value::as_str) == Some("name"));
    places.into_iter().find_map(named).or_else(|| in_pairs.find_map(|pair| json_text(pair.get(1)?)))
}

fn links_of(root: &Map<String, Value>) -> Option<&Vec<Value>> {
    LINKS.iter().find_map(|name| root.get(*name)?.as_array())
}

/// Returns the links of a file in which every node, in order, has a list of the nodes that it is linked to.
fn beside(root: &Map<String, Value>, nodes: &[LinkedNode<'_>]) -> Vec<Map<String, Value>> {
    let lists = root.get("adjacency").and_then(Value::as_array).into_iter().flatten();
    let mut links = Vec::new();
    for (list, node) in lists.zip(nodes) {
        for target in list.as_array().into_iter().flatten().filter_map(Value::as_object) {
            let mut link = target.clone();
            let id = link.remove("id").unwrap_or_default();
            link.insert("source".to_owned(), node.id.clone().into());
            link.insert("target".to_owned(), id);
            links.push(link);
        }
    }
    links
}

fn nodes_of(root: &Map<String, Value>) -> Vec<LinkedNode<'_>> {
    let fields_of = |object: Option<&Map<String, Value>>| {
        let mut fields = NetworkFields::default();
        if let Some(object) = object {
            fields.add_json(object);
        }
        fields
    };
    match root.get("nodes") {
        Some(Value::Array(nodes)) => {
            let nodes = nodes.iter().take(limits::THINGS + 1).enumerate().map(|(at, node)| {
                let object = node.as_object();
                let fields = fields_of(object);
                let own = object.and_then(|object| IDS.iter().find_map(|name| id_text(object.get(*name)?)));
                let called = || fields.first(&["name", "label"]).map(str::to_owned);
                let id = own.or_else(called).or_else(|| json_text(node)).unwrap_or_else(|| at.to_string());
                LinkedNode { id, fields, object }
            });
            nodes.collect()
        }
        Some(Value::Object(nodes)) => {
            let nodes = nodes.iter().map(|(id, node)| {
                let object = node.as_object();
                LinkedNode { id: id.clone(), fields: fields_of(object), object }
            });
            nodes.collect()
        }
        _ => Vec::new(),
    }
}

fn group_tree(nodes: &[LinkedNode<'_>]) -> GroupTree {
    let mut groups = GroupTree::default();
    for node in nodes {
        let parent = node.object.and_then(|object| {
            ["parent", "parentId", "parentNode"].iter().find_map(|name| id_text(object.get(*name)?))
        });
        groups.add(&node.id, node.fields.first(&["label", "name"]).unwrap_or(&node.id), parent.as_deref());
    }
    groups
}

fn ends_of(link: &Map<String, Value>) -> Option<(&Value, &Value)> {
    ENDS.iter().find_map(|(from, to)| Some((link.get(*from)?, link.get(*to)?)))
}

/// Returns the id of the node at an end: the id itself, the place of the node in the list, or the whole node.
fn end_of(value: &Value, ids: &HashSet<&str>, order: &[&str]) -> String {
    if let Some(node) = value.as_object() {
        let id = IDS.iter().chain(&["name", "label"]).find_map(|name| id_text(node.get(*name)?));
        return id.unwrap_or_default();
    }
    let id = id_text(value).unwrap_or_default();
    let at = value.as_u64().filter(|_| !ids.contains(id.as_str())).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| order.get(at)).map_or(id, |known| (*known).to_owned())
}

/// Returns an id as a text; the ids of networkx may be lists.
fn id_text(value: &Value) -> Option<String> {
    match value {
        Value::Array(_) => Some(value.to_string()),
        value => json_text(value).filter(|id| !id.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::told::told;

    #[test]
    fn networkx_writes_links_or_edges() {
        let bytes = include_bytes!("../../tests/fixtures/import/networkx-3.6.1-node-link.json");
        let read = told("map.json", bytes);
        assert_eq!((read.format, read.map.title.as_deref()), ("node-link", Some("Service bot map")));
        assert_eq!(read.things, ["Service bot", "Queue pressure", "Customer trust"]);
        let arrows =
            ["Service bot > Queue pressure", "Queue pressure > Customer trust -", "Customer trust > Service bot +"];
        assert_eq!(read.arrows, arrows);
        assert_eq!(
            read.says(RemarkSort::Asked),
            [
                "map.json, link from service bot to queue: one arrow from Service bot to Queue pressure says more and another says less; it comes in without a sign"
            ]
        );
        let links = String::from_utf8_lossy(bytes).replace("\"edges\"", "\"links\"");
        assert_eq!(told("map.json", links).arrows, arrows);
    }

    #[test]
    fn d3_names_ends_by_id_by_place_or_by_the_node_itself() {
        for links in [
            r#"[{"source": "b", "target": "q", "value": 3}]"#,
            r#"[{"source": 0, "target": 1}]"#,
            r#"[{"source": {"id": "b", "x": 1}, "target": {"id": "q"}}]"#,
        ] {
            let text = format!(
                r#"{{"nodes": [{{"id": "b", "name": "Bot", "group": 1}}, {{"id": "q", "group": "Claims"}}], "links": {links}}}"#
            );
            let read = told("d3.json", text);
            assert_eq!(
                (read.things.as_slice(), read.arrows.as_slice()),
                (&["Bot".to_owned(), "q".to_owned()][..], &["Bot > q".to_owned()][..])
            );
            assert_eq!(
                (read.map.things[0].tags.len(), read.map.things[1].tags.as_slice()),
                (0, &["Claims".to_owned()][..])
            );
            assert!(read.says(RemarkSort::Asked)[0].contains("does not say whether its links have a direction"));
        }
        let by_place = told(
            "d3.json",
            r#"{"nodes": [{"name": "Bot"}, {"name": "Queue"}], "links": [{"source": 1, "target": 0}]}"#,
        );
        assert_eq!(by_place.arrows, ["Queue > Bot"]);
    }

    #[test]
    fn networkx_lists_what_is_beside_every_node() {
        let read = told(
            "map.json",
            r#"{"directed": true, "multigraph": false, "graph": [["name", "Map"]],
            "nodes": [{"id": "b", "label": "Bot"}, {"id": 3}], "adjacency": [[{"label": "reduces", "id": 3}], [{"relation": "depends on", "id": "b"}]]}"#,
        );
        assert_eq!((read.format, read.map.title.as_deref()), ("node-link", Some("Map")));
        assert_eq!(read.arrows, ["Bot > 3 -", "3 needs Bot"]);
    }

    #[test]
    fn vis_says_the_direction_with_arrows() {
        let read = told(
            "vis.json",
            r#"{"nodes": [{"id": 1, "label": "A"}, {"id": 2, "label": "B"}, {"id": 3, "label": "C"}], "edges": [
            {"from": 1, "to": 2, "arrows": "to", "label": "+"},
            {"from": 1, "to": 3, "arrows": {"from": {"enabled": true}}, "label": "less"},
            {"from": 2, "to": 3, "arrows": "to, from"},
            {"from": 1, "to": 2}]}"#,
        );
        assert_eq!(read.arrows, ["A > B +", "C > A -", "B > C", "C > B"]);
        assert_eq!(
            read.says(RemarkSort::Asked),
            ["vis.json, link from 1 to 2: A and B are linked without a direction"]
        );
    }

    #[test]
    fn gephi_and_graphology_have_attributes_in_an_object() {
        let read = told(
            "graphology.json",
            r#"{"options": {"type": "mixed"}, "attributes": {"name": "Map"},
            "nodes": [{"key": "b", "attributes": {"label": "Bot", "kind": "system"}}, {"key": "q", "attributes": {}}],
            "edges": [{"key": "e", "source": "b", "target": "q", "attributes": {"polarity": "-", "delay": 14}},
                      {"source": "q", "target": "b", "undirected": true}]}"#,
        );
        assert_eq!(
            (read.things.as_slice(), read.map.title.as_deref()),
            (&["Bot".to_owned(), "q".to_owned()][..], Some("Map"))
        );
        assert_eq!((read.arrows.as_slice(), read.says(RemarkSort::Asked).len()), (&["Bot > q -".to_owned()][..], 1));
        assert_eq!(read.map.arrows[0].delay, Some(crate::record::Delay::Days(14)));
        assert_eq!(read.map.things[0].kind, crate::record::Kind::Resource);
    }

    #[test]
    fn ends_that_are_not_there_self_arrows_and_ids_twice_are_said() {
        let read = told(
            "map.json",
            r#"{"directed": true, "nodes": [{"id": "a"}, {"id": "a"}, {"id": "b", "parent": "b"}], "edges": [
            {"source": "a", "target": "c"}, {"source": "a", "target": "a"}, {"source": "a"}, 7]}"#,
        );
        assert_eq!((read.things.len(), read.arrows.len()), (2, 0));
        assert_eq!(
            read.says(RemarkSort::LeftOut),
            [
                "map.json, node a: the id a stands here again; the first counts",
                "map.json, link from a to c: this arrow ends at c, which the file does not hold",
                "map.json, link from a to a: an arrow from a to itself is left out",
                "map.json, a link: this link has no ends",
            ]
        );
    }
}
