mod drawing;
mod keys;

use std::collections::HashSet;

use self::keys::GraphmlKeys;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::place::WithinFile;
use crate::import::drafting::network::{GroupTree, LinkHeads, Network, NetworkFields, states_sign};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::xml::{XmlElement, xml};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "graphml", about: "a map for network tools in GraphML", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.xml_root() == Some("graphml")
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        let root = xml(file, context)?;
        GraphmlReader::new(file, &root).read(&root, &mut network)?;
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

/// What the elements of a node, an edge or a graph state.
#[derive(Default)]
struct StatedData {
    fields: NetworkFields,
    /// The texts that yEd draws.
    labels: Vec<String>,
    heads: Option<(LinkHeads, bool)>,
}

/// An edge of the file, and whether its graph says that edges have a direction.
struct GraphmlEdge<'a> {
    element: &'a XmlElement,
    usual: Option<bool>,
}

struct GraphmlReader<'a> {
    file: &'a ImportedFile,
    keys: GraphmlKeys,
    /// Whether igraph wrote the file, which writes `None` for a text that is not there.
    is_igraph: bool,
    /// Whether the style of a node is the sort of the thing, as PRSM writes it.
    has_styles: bool,
    /// Whether our own export wrote the file.
    is_ours: bool,
}

impl<'a> GraphmlReader<'a> {
    fn new(file: &'a ImportedFile, root: &XmlElement) -> Self {
        let keys = GraphmlKeys::of(root);
        let is_igraph = file.text().get(..4000).unwrap_or(file.text()).contains("Created by igraph");
        let has_styles = keys.have(&["style", "r", "g", "b"]);
        let is_ours = keys.have(&["stage", "confidence", "rationale", "said_in"]);
        Self { file, keys, is_igraph, has_styles, is_ours }
    }

    fn read(&self, root: &XmlElement, network: &mut Network<'_>) -> Result<(), ImportError> {
        let (mut nodes, mut edges) = (Vec::new(), Vec::new());
        let (mut groups, mut ports) = (GroupTree::default(), None);
        let mut open: Vec<(&XmlElement, Option<&str>, Option<bool>)> = vec![(root, None, None)];
        while let Some((element, parent, usual)) = open.pop() {
            match element.name.as_str() {
                "graphml" => {}
                "graph" => {
                    let title = self.data(element, "graph").fields;
                    title.first(&["label", "name", "title"]).into_iter().for_each(|title| network.draft.title(title));
                }
                "node" => {
                    let data = self.data(element, "node");
                    let id = element.attribute("id").unwrap_or_default();
                    groups.add(id, &self.label(id, &data), parent);
                    if nodes.len() > limits::THINGS {
                        let says = format!("there are more than {} nodes", limits::THINGS);
                        return Err(ImportError::at(self.file.line(element.line), says, "export a part of it"));
                    }
                    nodes.push((element, data));
                }
                "edge" => edges.push(GraphmlEdge { element, usual }),
                "hyperedge" => {
                    let says = "this hyperedge joins more than two things, and is left out";
                    network.draft.remark(self.file.line(element.line), RemarkSort::LeftOut, says);
                    continue;
                }
                "port" => {
                    ports.get_or_insert(element.line);
                    continue;
                }
                _ => continue,
            }
            let usual = match (element.name.as_str(), element.attribute("edgedefault")) {
                ("graph", Some(direction)) => Some(direction != "undirected"),
                _ => usual,
            };
            let parent = if element.name == "node" { element.attribute("id") } else { parent };
            open.extend(element.children.iter().rev().map(|child| (child, parent, usual)));
        }
        if let Some(line) = ports {
            let says = "ports fall away: an arrow ends at the thing itself";
            network.draft.remark(self.file.line(line), RemarkSort::Noted, says);
        }
        self.add_nodes(&nodes, &edges, &groups, network)?;
        self.add_edges(&edges, network)
    }

    fn add_nodes(
        &self,
        nodes: &[(&XmlElement, StatedData)],
        edges: &[GraphmlEdge<'_>],
        groups: &GroupTree,
        network: &mut Network<'_>,
    ) -> Result<(), ImportError> {
        let ends =
            |edge: &GraphmlEdge<'_>| ["source", "target"].map(|end| edge.element.attribute(end).map(str::to_owned));
        let at_ends: HashSet<String> = edges.iter().flat_map(ends).flatten().collect();
        let alone = groups.alone(&at_ends);
        for (element, data) in nodes {
            let place = self.file.line(element.line);
            let Some(id) = element.attribute("id") else {
                network.draft.remark(place, RemarkSort::LeftOut, "this node has no id");
                continue;
            };
            if alone.contains(id) {
                continue;
            }
            let mut fields = data.fields.clone();
            data.labels.iter().skip(1).for_each(|label| fields.add_listed("about", label));
            let (around, fault) = groups.around(id);
            if let Some(says) = fault {
                network.draft.remark(place.clone(), RemarkSort::Noted, says);
            }
            network.thing(id, &place, &fields, &self.label(id, data), &around)?;
        }
        Ok(())
    }

    fn add_edges(&self, edges: &[GraphmlEdge<'_>], network: &mut Network<'_>) -> Result<(), ImportError> {
        let own = |edge: &GraphmlEdge<'_>| {
            edge.element.attribute("directed").map(|directed| matches!(directed, "true" | "1"))
        };
        if edges.iter().any(|edge| own(edge).or(edge.usual).is_none()) {
            network.ask_direction(self.file.place(WithinFile::Whole));
        }
        for edge in edges {
            let place = self.file.line(edge.element.line);
            let (Some(from), Some(to)) = (edge.element.attribute("source"), edge.element.attribute("target")) else {
                network.draft.remark(place, RemarkSort::LeftOut, "this edge does not name both of its ends");
                continue;
            };
            let (Some(from), Some(to)) = (network.end(from, &place), network.end(to, &place)) else { continue };
            let mut data = self.data(edge.element, "edge");
            data.labels.iter().for_each(|label| data.fields.add_listed("label", label));
            let said = if own(edge).or(edge.usual).unwrap_or(true) { LinkHeads::AtEnd } else { LinkHeads::None };
            let (heads, is_bar) = data.heads.unwrap_or((said, false));
            if is_bar && !states_sign(&data.fields) {
                data.fields.add("sign", "-");
            }
            network.arrow(&place, (from, to), heads, &data.fields)?;
        }
        Ok(())
    }

    /// Returns what a node is called: by its attributes, by what yEd draws, by an attribute without a name, by its id.
    fn label(&self, id: &str, data: &StatedData) -> String {
        let named = data.fields.first(&["label", "name", "title"]).map(str::to_owned);
        let drawn = data.labels.first().cloned();
        let or_id = if self.keys.has_drawings { String::new() } else { id.to_owned() };
        named.or(drawn).unwrap_or(or_id)
    }

    /// Returns what the `data` elements of an element state, and what the keys say it has without them.
    fn data(&self, element: &XmlElement, domain: &str) -> StatedData {
        let mut stated = StatedData::default();
        let mut nameless = None;
        let mut given: Vec<&str> = Vec::new();
        for data in element.named("data") {
            let id = data.attribute("key").unwrap_or_default();
            given.push(id);
            let key = self.keys.get(domain, id);
            if key.is_some_and(|key| key.is_drawing) {
                stated.labels.extend(match domain {
                    "node" => drawing::node_labels(data),
                    _ => drawing::edge_labels(data),
                });
                stated.heads = stated.heads.or_else(|| drawing::heads(data));
                continue;
            }
            let value = data.all_text();
            match key.and_then(|key| key.name.as_deref()) {
                Some(name) => self.add(&mut stated.fields, domain, name, &value),
                None if value.parse::<f64>().is_err() && !value.is_empty() => {
                    nameless.get_or_insert_with(|| value.clone());
                    self.add(&mut stated.fields, domain, id, &value);
                }
                None => {}
            }
        }
        for (id, key) in self.keys.defaults(domain) {
            if let (false, Some(name), Some(value)) = (given.contains(&id), &key.name, &key.default) {
                self.add(&mut stated.fields, domain, name, value);
            }
        }
        if let Some(text) = element.child("desc") {
            stated.fields.add_listed("description", &text.all_text());
        }
        if domain == "node" && stated.labels.is_empty() && stated.fields.first(&["label", "name", "title"]).is_none() {
            stated.labels.extend(nameless);
        }
        stated
    }

    fn add(&self, fields: &mut NetworkFields, domain: &str, name: &str, value: &str) {
        match name {
            _ if self.is_igraph && value == "None" => {}
            // Our own export says in words what other attributes of the thing say, and after it what was seen.
            "description" if domain == "node" && self.is_ours => {
                let seen: Vec<&str> = value.split("; ").filter(|part| part.starts_with("seen ")).collect();
                fields.add_listed(name, &seen.join("; "));
            }
            "style" if domain == "node" && self.has_styles => {
                let is_named = value != "Sample" && !value.starts_with("group");
                fields.add("kind", if is_named { value } else { "" });
            }
            name => fields.add(name, value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::ImportMapping;
    use crate::import::tests::told::{told, told_with};
    use crate::record::Kind;

    const BOT: &str = "Service bot > Queue pressure";

    #[test]
    fn networkx_repeats_the_ids_of_arrows_and_writes_its_keys_in_three_forms() {
        for bytes in [
            include_bytes!("../../tests/fixtures/import/networkx-3.6.1-mixed-numbers.graphml").as_slice(),
            include_bytes!("../../tests/fixtures/import/networkx-3.6.1-onetype.graphml"),
        ] {
            let read = told("map.graphml", bytes);
            assert_eq!((read.format, read.map.title.as_deref()), ("graphml", Some("Service bot map")));
            assert_eq!(read.things, ["Service bot", "Queue pressure", "Customer trust"]);
            assert_eq!(read.arrows, [BOT, "Queue pressure > Customer trust -"]);
            assert_eq!(
                (read.map.things[0].kind, read.map.things[1].sort.as_deref()),
                (Kind::Initiative, Some("effect"))
            );
            assert_eq!((read.says(RemarkSort::Asked).len(), read.says(RemarkSort::LeftOut).len()), (1, 1));
        }
        let multi = told("map.graphml", include_bytes!("../../tests/fixtures/import/networkx-3.6.1-multi.graphml"));
        assert_eq!(multi.things, ["Service bot", "Queue pressure", "Customer trust"]);
        assert_eq!(multi.arrows, [BOT, "Queue pressure > Customer trust -", "Customer trust > Service bot +"]);
    }

    #[test]
    fn igraph_writes_none_for_what_is_not_there() {
        let read = told("map.graphml", include_bytes!("../../tests/fixtures/import/igraph-1.0.0-map.graphml"));
        assert_eq!(read.map.title.as_deref(), Some("Service bot map"));
        assert_eq!(read.things, ["Service bot", "Queue pressure", "Customer trust", "Claims"]);
        assert_eq!(read.arrows, [BOT, "Queue pressure > Customer trust -", "Claims owns Service bot"]);
        let other = "<graphml><key id='o' for='node' attr.name='label'/><graph edgedefault='directed'><node id='a'><data key='o'>None</data></node></graph></graphml>";
        assert_eq!(told("map.graphml", other).things, ["None"], "elsewhere it may be a name");
    }

    const YED: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
 <key for="port" id="d0" yfiles.type="portgraphics"/>
 <key attr.name="url" attr.type="string" for="node" id="d4"/>
 <key attr.name="description" attr.type="string" for="node" id="d5"/>
 <key for="node" id="d6" yfiles.type="nodegraphics"/>
 <key attr.name="description" attr.type="string" for="edge" id="d9"/>
 <key for="edge" id="d10" yfiles.type="edgegraphics"/>
 <graph edgedefault="directed" id="G">
  <node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
    <y:GroupNode><y:NodeLabel>Claims</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
   <graph edgedefault="directed" id="n0:">
    <node id="n0::n0"><data key="d5"><![CDATA[sorts <mail>]]></data><data key="d6"><y:ShapeNode><y:Geometry height="30"/><y:NodeLabel alignment="center">Triage
bot<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
   </graph></node>
  <node id="n1"><data key="d6"><y:GenericNode><y:NodeLabel>&lt;html&gt;Queue&lt;br&gt;length&lt;/html&gt;</y:NodeLabel><y:NodeLabel>seen</y:NodeLabel></y:GenericNode></data></node>
  <node id="n2"><data key="d6"><y:ShapeNode><y:NodeLabel hasText="false"/></y:ShapeNode></data></node>
  <edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="standard"/><y:EdgeLabel>less<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
  <edge id="e1" source="n1" target="n2"><data key="d9">seen in May</data><data key="d10"><y:PolyLineEdge><y:Arrows source="none" target="t_shape"/></y:PolyLineEdge></data></edge>
  <edge id="e2" source="n1" target="n2"><data key="d10"><y:BezierEdge><y:Arrows source="none" target="none"/></y:BezierEdge></data></edge>
  <edge id="e3" source="n1" target="n0::n0"><data key="d10"><y:ArcEdge><y:Arrows source="delta" target="delta"/></y:ArcEdge></data></edge>
 </graph></graphml>"#;

    #[test]
    fn yed_draws_labels_groups_and_heads() {
        let read = told("map.graphml", YED);
        assert_eq!(read.things, ["Triage bot", "Queue length", "(no name 1)"]);
        assert_eq!(
            read.arrows,
            ["Triage bot > Queue length -", "Queue length > (no name 1) -", "Queue length > Triage bot",]
        );
        assert_eq!(
            (read.map.things[0].tags.as_slice(), read.map.things[0].about.as_deref()),
            (&["Claims".to_owned()][..], Some("sorts <mail>"))
        );
        assert_eq!(
            (read.map.things[1].about.as_deref(), read.map.arrows[1].note.as_deref()),
            (Some("seen"), Some("seen in May"))
        );
        assert_eq!(
            read.says(RemarkSort::Asked),
            ["map.graphml, line 20: Queue length and (no name 1) are linked without a direction"]
        );
        let to_group =
            YED.replace("source=\"n1\" target=\"n2\"><data key=\"d9\"", "source=\"n1\" target=\"n0\"><data key=\"d9\"");
        assert!(told("map.graphml", to_group).arrows.contains(&"Queue length > Claims -".to_owned()));
    }

    #[test]
    fn defaults_keys_for_all_directions_ports_and_hyperedges_are_read_by_the_schema() {
        let read = told(
            "map.graphml",
            r#"<graphml xmlns="u"><key id="s" for="edge" attr.name="sign"><default>+</default></key>
            <key id="k" for="all" attr.name="description"/><key id="d0" for="node"/>
            <graph edgedefault="undirected"><node id="a"><port name="p"/><desc>first</desc><data key="k">second</data></node><node id="b"><data key="d0">The B</data></node>
            <edge source="a" target="b" directed="true"/><edge id="x" source="b" target="a" directed="1"><data key="s">-</data></edge>
            <edge id="x" source="a" target="b"/><edge source="a" target="c"/><edge source="a"/><hyperedge><endpoint node="a"/></hyperedge></graph></graphml>"#,
        );
        assert_eq!(
            (read.things.as_slice(), read.map.things[0].about.as_deref()),
            (&["a".to_owned(), "The B".to_owned()][..], Some("second; first"))
        );
        assert_eq!(read.arrows, ["a > The B +", "The B > a -"]);
        assert_eq!(read.says(RemarkSort::Asked), ["map.graphml, line 5: a and The B are linked without a direction"]);
        let left = read.says(RemarkSort::LeftOut);
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(read.says(RemarkSort::Noted)[0].ends_with("ports fall away: an arrow ends at the thing itself"));
        let silent = told(
            "map.graphml",
            "<graphml><graph><node id='a'/><node id='b'/><edge source='a' target='b'/></graph></graphml>",
        );
        assert_eq!((silent.arrows.len(), silent.says(RemarkSort::Asked).len()), (1, 1));
        assert!(
            told_with("map.graphml", "<graphml><graph>\n<node id='a'></graph></graphml>", &ImportMapping::default())
                .unwrap_err()
                .contains("line 2")
        );
    }

    #[test]
    fn prsm_writes_the_style_of_a_thing_and_of_an_arrow() {
        let read = told(
            "map.graphml",
            r#"<graphml><key id="label" for="node" attr.name="label"/><key id="style" for="node" attr.name="style"/><key id="r" for="node" attr.name="r"/><key id="g" for="node" attr.name="g"/><key id="b" for="node" attr.name="b"/>
            <key id="style" for="edge" attr.name="style"/><graph edgedefault="directed"><node id="1"><data key="label">Bot</data><data key="style">Initiative</data></node><node id="2"><data key="label">Trust</data><data key="style">Sample</data></node>
            <edge source="1" target="2"><data key="style">negative</data></edge></graph></graphml>"#,
        );
        assert_eq!(
            (read.map.things[0].kind, read.map.things[1].sort.as_deref(), read.arrows.as_slice()),
            (Kind::Initiative, None, &["Bot > Trust -".to_owned()][..])
        );
    }
}
