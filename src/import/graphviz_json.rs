use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::graphviz::{DotCluster, DotEdge, DotGraph, DotItem, DotNode, DotText, looks_like_html};
use super::imported::ImportedMap;
use super::place::{SourcePlace, WithinFile};
use crate::import::drafting::network::{Network, json_text};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "graphviz-json", about: "a map that Graphviz wrote as JSON", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    let Some(root) = file.json().and_then(Value::as_object) else { return false };
    let has_number = |name: &str| {
        let first = root.get(name).and_then(Value::as_array).and_then(|list| list.first());
        first.is_some_and(|item| item.get("_gvid").is_some())
    };
    root.contains_key("_subgraph_cnt") || has_number("objects") || has_number("edges")
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        if let Some(root) = file.json().and_then(Value::as_object) {
            graph_of(file, root)?.add_to(&mut network)?;
        }
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

fn graph_of(file: &ImportedFile, root: &Map<String, Value>) -> Result<DotGraph, ImportError> {
    let objects =
        |name: &str| root.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    let name = root.get("name").and_then(json_text).unwrap_or_default();
    let mut graph = DotGraph { name, label: label_of(root), ..DotGraph::default() };
    let count = root.get("_subgraph_cnt").and_then(Value::as_u64).unwrap_or(0);
    let (mut nodes, mut members) = (HashMap::new(), Vec::new());
    for (at, object) in objects("objects").enumerate() {
        let number = object.get("_gvid").and_then(Value::as_u64).unwrap_or(at as u64);
        let name = object.get("name").and_then(json_text).unwrap_or_default();
        if number < count || ["nodes", "edges", "subgraphs"].iter().any(|list| object.contains_key(*list)) {
            if is_cluster(&name, object) {
                members.push((graph.clusters.len(), object.get("nodes").and_then(Value::as_array)));
                graph.clusters.push(DotCluster { name, label: label_of(object) });
            }
            continue;
        }
        nodes.insert(number, graph.nodes.len());
        let item = item_of(object, file.item(format!("node {name}")));
        graph.nodes.push(DotNode { name, item, clusters: Vec::new() });
    }
    for (cluster, list) in members {
        for node in list.into_iter().flatten().filter_map(Value::as_u64) {
            let node = nodes.get(&node).and_then(|at| graph.nodes.get_mut(*at));
            node.into_iter()
                .filter(|node| node.clusters.len() < limits::DEPTH)
                .for_each(|node| node.clusters.push(cluster));
        }
    }
    let is_directed = root.get("directed").and_then(Value::as_bool).unwrap_or(true);
    for (at, edge) in objects("edges").enumerate() {
        let place = file.item(format!("edge {}", edge.get("_gvid").and_then(Value::as_u64).unwrap_or(at as u64)));
        let end = |name: &str| nodes.get(&edge.get(name)?.as_u64()?).copied();
        let Some(ends) = end("tail").zip(end("head")) else {
            let says = "this edge ends at a node that the file does not hold";
            return Err(ImportError::at(place, says, "write the file again with dot -Tjson0"));
        };
        graph.edges.push(DotEdge { ends, is_directed, item: item_of(edge, place) });
    }
    Ok(graph)
}

fn is_cluster(name: &str, object: &Map<String, Value>) -> bool {
    name.starts_with("cluster") || object.get("cluster").and_then(Value::as_str) == Some("true")
}

fn label_of(object: &Map<String, Value>) -> Option<DotText> {
    object.get("label").and_then(json_text).map(dot_text)
}

fn dot_text(text: String) -> DotText {
    DotText { is_html: looks_like_html(&text), text }
}

fn item_of(object: &Map<String, Value>, place: SourcePlace) -> DotItem {
    let own = object.iter().filter(|(name, _)| !matches!(name.as_str(), "_gvid" | "name" | "tail" | "head"));
    let own = own.filter_map(|(name, value)| Some((name.clone(), dot_text(json_text(value)?))));
    DotItem { place, own: Arc::new(own.collect()), usual: Arc::default() }
}

#[cfg(test)]
mod tests {
    use crate::import::imported::RemarkSort;
    use crate::import::tests::told::told;

    #[test]
    fn clusters_ports_records_and_html_are_read_as_dot_writes_them() {
        let read = told(
            "map.json",
            r#"{"name": "%3", "directed": true, "strict": false, "compound": "true", "_subgraph_cnt": 2, "objects": [
            {"name": "cluster_0", "label": "Claims", "_gvid": 0, "subgraphs": [1], "nodes": [2, 4]},
            {"name": "%11", "label": "", "_gvid": 1, "nodes": [4]},
            {"_gvid": 2, "name": "a", "label": "<b>Bold<\/b> &amp; x"},
            {"_gvid": 3, "name": "b", "label": "{<f0> left|<f1> right\\|x}", "shape": "record"},
            {"_gvid": 4, "name": "c", "label": "\\N"}], "edges": [
            {"_gvid": 0, "tail": 2, "head": 3, "arrowtail": "tee", "dir": "back", "headport": "f1"},
            {"_gvid": 1, "tail": 2, "head": 3, "style": "invis"},
            {"_gvid": 2, "tail": 3, "head": 4, "lhead": "cluster_0"}]}"#,
        );
        assert_eq!(read.things, ["Bold & x", "left right|x", "c", "Claims"]);
        assert_eq!(read.arrows, ["left right|x > Bold & x -", "left right|x > Claims"]);
        assert_eq!(
            (read.map.things[0].tags.as_slice(), read.map.things[1].tags.len()),
            (&["Claims".to_owned()][..], 0)
        );
        assert_eq!(read.says(RemarkSort::LeftOut), ["map.json, edge 1: an invisible link is left out"]);
    }
}
