use std::collections::HashMap;

use serde_json::{Map, Value};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::place::{SourcePlace, WithinFile};
use crate::graph::Key;
use crate::import::drafting::network::{LinkHeads, Network, NetworkFields, json_text};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "json-graph", about: "a map in JSON Graph Format", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    let Some(root) = file.json().and_then(Value::as_object) else { return false };
    let is_graph = |graph: &Map<String, Value>| {
        ["nodes", "edges", "hyperedges"].iter().any(|name| graph.contains_key(*name)) || root.len() == 1
    };
    match root.get("graphs") {
        Some(Value::Array(graphs)) => graphs.first().is_none_or(Value::is_object),
        _ => root.get("graph").and_then(Value::as_object).is_some_and(is_graph),
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut reader = GraphReader { network: Network::new(context, 0), joined: 0 };
    let graphs: Vec<(&ImportedFile, &Map<String, Value>)> =
        files.iter().flat_map(|file| graphs_of(file).into_iter().map(|graph| (*file, graph))).collect();
    let several = graphs.len() > 1;
    for (number, (file, graph)) in graphs.into_iter().enumerate() {
        let label = ["label", "id"].iter().find_map(|name| json_text(graph.get(*name)?));
        if let Some(label) = &label {
            reader.network.draft.title(label);
        }
        let group = several.then(|| label.unwrap_or_else(|| format!("graph {}", number + 1)));
        reader.read_graph(&JsonGraph { file, graph, group })?;
    }
    match files.first() {
        Some(file) => reader.network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

fn graphs_of(file: &ImportedFile) -> Vec<&Map<String, Value>> {
    let Some(root) = file.json() else { return Vec::new() };
    match root.get("graphs").and_then(Value::as_array) {
        Some(graphs) => graphs.iter().filter_map(Value::as_object).collect(),
        None => root.get("graph").and_then(Value::as_object).into_iter().collect(),
    }
}

/// One graph of a file.
struct JsonGraph<'a> {
    file: &'a ImportedFile,
    graph: &'a Map<String, Value>,
    /// What it is called, if the files hold several.
    group: Option<String>,
}

impl JsonGraph<'_> {
    /// Returns its nodes with their ids: version 2 has an object of them, version 1 a list.
    fn nodes(&self) -> Vec<(String, Option<&Map<String, Value>>)> {
        match self.graph.get("nodes") {
            Some(Value::Object(nodes)) => nodes.iter().map(|(id, node)| (id.clone(), node.as_object())).collect(),
            Some(Value::Array(nodes)) => {
                let id = |node: &Value| node.get("id").and_then(json_text).or_else(|| json_text(node));
                nodes.iter().map(|node| (id(node).unwrap_or_default(), node.as_object())).collect()
            }
            _ => Vec::new(),
        }
    }

    fn list<'b>(&'b self, name: &str) -> impl Iterator<Item = &'b Map<String, Value>> + use<'b> {
        self.graph.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
    }

    /// Returns the key of a node. Another thing of an earlier graph may have its id.
    fn key(&self, id: &str, label: &str, network: &Network<'_>) -> String {
        let group = self.group.as_deref().filter(|_| {
            let known = network.draft.known(id).map(|thing| network.draft.label_of(thing));
            known.is_some_and(|known| Key::of(&known) != Key::of(label))
        });
        group.map_or_else(|| id.to_owned(), |group| format!("{group}/{id}"))
    }
}

struct GraphReader<'a> {
    network: Network<'a>,
    /// The number of pairs that hyperedges joined.
    joined: usize,
}

impl GraphReader<'_> {
    fn read_graph(&mut self, graph: &JsonGraph<'_>) -> Result<(), ImportError> {
        let mut keys = HashMap::new();
        for (id, node) in graph.nodes() {
            let mut fields = NetworkFields::default();
            if let Some(node) = node {
                fields.add_json(node);
            }
            // Our own export names one unit, whatever is in its name.
            fields.take("unit").into_iter().for_each(|unit| fields.add_listed("unit", &unit));
            let label = node.and_then(|node| json_text(node.get("label")?)).unwrap_or_else(|| id.clone());
            let key = graph.key(&id, &label, &self.network);
            let is_again = graph.group.is_some() && !keys.contains_key(&id) && self.network.draft.known(&key).is_some();
            keys.insert(id.clone(), key.clone());
            if is_again {
                continue;
            }
            let place = graph.file.item(format!("node {id}"));
            let groups: Vec<String> = graph.group.iter().cloned().collect();
            self.network.thing(&key, &place, &fields, &id, &groups)?;
        }
        let key = |id: Option<&Value>| {
            let id = id.and_then(json_text).unwrap_or_default();
            keys.get(&id).cloned().unwrap_or(id)
        };
        let usual = graph.graph.get("directed").and_then(Value::as_bool).unwrap_or(true);
        for edge in graph.list("edges") {
            let (from, to) = (key(edge.get("source")), key(edge.get("target")));
            let place = graph.file.item(format!("edge from {from} to {to}"));
            let is_directed = edge.get("directed").and_then(Value::as_bool).unwrap_or(usual);
            let heads = if is_directed { LinkHeads::AtEnd } else { LinkHeads::None };
            let (Some(from), Some(to)) = (self.network.end(&from, &place), self.network.end(&to, &place)) else {
                continue;
            };
            self.network.arrow(&place, (from, to), heads, &edge_fields(edge))?;
        }
        for (number, edge) in graph.list("hyperedges").enumerate() {
            let place = graph.file.item(format!("hyperedge {}", number + 1));
            let ends = |name: &str| -> Vec<String> {
                let ids = edge.get(name).and_then(Value::as_array).into_iter().flatten();
                ids.map(|id| key(Some(id))).collect()
            };
            self.hyperedge(&place, &ends("source"), &ends("target"), edge)?;
            self.together(&place, &ends("nodes"));
        }
        Ok(())
    }

    /// Adds the arrows of a hyperedge: one from each of its sources to each of its targets.
    fn hyperedge(
        &mut self,
        place: &SourcePlace,
        sources: &[String],
        targets: &[String],
        edge: &Map<String, Value>,
    ) -> Result<(), ImportError> {
        self.joined = self.joined.saturating_add(sources.len().saturating_mul(targets.len()));
        if self.joined > limits::ARROWS {
            let says = format!("the hyperedges up to here are more than {} arrows", limits::ARROWS);
            return Err(ImportError::at(place.clone(), says, "export a part of it"));
        }
        let fields = edge_fields(edge);
        let mut known =
            |ids: &[String]| -> Vec<usize> { ids.iter().filter_map(|id| self.network.end(id, place)).collect() };
        let (sources, targets) = (known(sources), known(targets));
        if sources.len() * targets.len() > 1 {
            let says = "this hyperedge comes in as an arrow from each of its sources to each of its targets";
            self.network.draft.remark(place.clone(), RemarkSort::Noted, says);
        }
        for from in &sources {
            for to in &targets {
                self.network.arrow(place, (*from, *to), LinkHeads::AtEnd, &fields)?;
            }
        }
        Ok(())
    }

    /// Asks about a hyperedge that has no direction.
    fn together(&mut self, place: &SourcePlace, ids: &[String]) {
        let things: Vec<usize> = ids.iter().filter_map(|id| self.network.end(id, place)).collect();
        let labels: Vec<String> = things.iter().take(20).map(|thing| self.network.draft.label_of(*thing)).collect();
        if !labels.is_empty() {
            let says = format!("these are linked together without a direction: {}", labels.join(", "));
            self.network.draft.remark(place.clone(), RemarkSort::Asked, says);
        }
    }
}

/// Returns the attributes of an edge, and what was said about it in our own export.
fn edge_fields(edge: &Map<String, Value>) -> NetworkFields {
    let mut fields = NetworkFields::default();
    fields.add_json(edge);
    let evidence = edge.get("metadata").and_then(|metadata| metadata.get("evidence")).and_then(Value::as_array);
    for said in evidence.into_iter().flatten() {
        for text in ["words", "note"].iter().filter_map(|name| json_text(said.get(*name)?)) {
            fields.add_listed("note", &text);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::ImportMapping;
    use crate::import::tests::told::{told, told_with};

    #[test]
    fn version_2_has_an_object_of_nodes_and_version_1_a_list() {
        for nodes in [
            r#"{"b": {"label": "Bot", "metadata": {"kind": "Initiative"}}, "q": {}}"#,
            r#"[{"id": "b", "label": "Bot", "type": "initiative"}, {"id": "q"}]"#,
        ] {
            let text = format!(
                r#"{{"graph": {{"label": "Map", "nodes": {nodes}, "edges": [
                {{"source": "b", "target": "q", "relation": "feeds", "metadata": {{"sign": "-", "strength": 2, "delay_days": 30}}}},
                {{"source": "q", "target": "b", "relation": "trusts", "label": "more"}},
                {{"source": "q", "target": "gone"}}, {{"source": "b", "target": "q", "directed": false}}]}}}}"#
            );
            let read = told("map.json", text);
            assert_eq!((read.format, read.map.title.as_deref()), ("json-graph", Some("Map")));
            assert_eq!(
                (read.things.as_slice(), read.map.things[0].kind),
                (&["Bot".to_owned(), "q".to_owned()][..], crate::record::Kind::Initiative)
            );
            assert_eq!(read.arrows, ["Bot feeds q -", "q > Bot +"]);
            assert_eq!((read.map.arrows[0].strength.marks(), read.map.arrows[1].note.as_deref()), (2, Some("trusts")));
            assert_eq!(
                read.says(RemarkSort::LeftOut),
                ["map.json, edge from q to gone: this arrow ends at gone, which the file does not hold"]
            );
            assert_eq!(read.says(RemarkSort::Asked).len(), 1, "one link has no direction");
        }
    }

    #[test]
    fn things_of_several_graphs_are_told_apart_by_id_and_name() {
        let read = told(
            "map.json",
            r#"{"graphs": [
            {"label": "Claims", "nodes": {"1": {"label": "Bot"}, "2": {"label": "Data"}}, "edges": [{"source": "1", "target": "2", "relation": "needs"}]},
            {"label": "Sales", "nodes": {"1": {"label": "Bot"}, "2": {"label": "Leads"}, "3": {"label": "Data"}}, "edges": [{"source": "1", "target": "2"}]}]}"#,
        );
        assert_eq!(read.things, ["Bot", "Data", "Leads", "Data (Sales)"]);
        assert_eq!(read.arrows, ["Bot needs Data", "Bot > Leads"]);
        assert_eq!(read.map.things[2].tags, ["Sales"]);
    }

    #[test]
    fn hyperedges_with_a_direction_are_arrows_and_without_one_questions() {
        let read = told(
            "map.json",
            r#"{"graph": {"nodes": {"a": {}, "b": {}, "c": {}}, "hyperedges": [
            {"source": ["a", "b"], "target": ["c"], "metadata": {"sign": "+"}}, {"nodes": ["a", "b", "c"], "relation": "meet"}]}}"#,
        );
        assert_eq!(read.arrows, ["a > c +", "b > c +"]);
        assert_eq!(
            read.says(RemarkSort::Asked),
            ["map.json, hyperedge 2: these are linked together without a direction: a, b, c"]
        );
        let many = |name: &str| serde_json::json!((0..1000).map(|n| format!("{name}{n}")).collect::<Vec<_>>());
        let text =
            serde_json::json!({"graph": {"hyperedges": [{"source": many("a"), "target": many("b")}]}}).to_string();
        let refused = told_with("map.json", text, &ImportMapping::default()).unwrap_err();
        assert!(refused.contains("hyperedge 1: the hyperedges up to here are more than 300000 arrows"), "{refused}");
    }
}
