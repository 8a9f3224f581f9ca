use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::mapping::GroupsAre;
use super::place::WithinFile;
use crate::import::drafting::network::{GroupTree, LinkHeads, Network, NetworkFields};
use crate::import::input::file::ImportedFile;
use crate::import::input::xml::{XmlElement, xml};
use crate::record::{Relation, Sign};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "gexf", about: "a map for network tools in GEXF, as Gephi writes", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.xml_root() == Some("gexf")
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        let root = xml(file, context)?;
        if let Some(title) = title_of(&root) {
            network.draft.title(title);
        }
        let creator = root.child("meta").and_then(|meta| meta.child("creator")).map(XmlElement::text);
        for graph in root.named("graph") {
            let (names, groups) = (names_of(graph), context.mapping.groups);
            let reader = GexfReader { file, graph, names, groups, is_ours: creator == Some("adjacent") };
            reader.read(&mut network)?;
        }
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

/// Returns the title: networkx writes it at the graph, graphology and others in `meta`.
fn title_of(root: &XmlElement) -> Option<&str> {
    let at_graph = root.child("graph").and_then(|graph| graph.attribute("name").or_else(|| graph.attribute("label")));
    let in_meta = |name: &str| root.child("meta")?.child(name).map(XmlElement::text);
    let titles = [at_graph, in_meta("name"), in_meta("title"), in_meta("description")];
    titles.into_iter().flatten().find(|title| !title.is_empty())
}

/// An attribute that the file declares.
struct GexfAttribute<'a> {
    title: &'a str,
    default: Option<String>,
}

/// The declared attributes of one class, by their ids.
type GexfAttributes<'a> = BTreeMap<&'a str, GexfAttribute<'a>>;

/// Returns the declared attributes by their class; nodes and edges may use one id.
fn names_of(graph: &XmlElement) -> HashMap<&str, GexfAttributes<'_>> {
    let mut names: HashMap<&str, GexfAttributes<'_>> = HashMap::new();
    for class in graph.named("attributes") {
        let of_class = names.entry(class.attribute("class").unwrap_or("node")).or_default();
        for attribute in class.named("attribute") {
            let Some(id) = attribute.attribute("id") else { continue };
            let title = attribute.attribute("title").unwrap_or(id);
            let default = attribute.child("default").map(XmlElement::all_text);
            of_class.entry(id).or_insert(GexfAttribute { title, default });
        }
    }
    names
}

struct GexfReader<'a> {
    file: &'a ImportedFile,
    graph: &'a XmlElement,
    names: HashMap<&'a str, GexfAttributes<'a>>,
    groups: GroupsAre,
    /// Whether our own export wrote the file.
    is_ours: bool,
}

impl GexfReader<'_> {
    fn read(&self, network: &mut Network<'_>) -> Result<(), ImportError> {
        let (mut parents, mut edges) = (Vec::new(), Vec::new());
        let mut open: Vec<(&XmlElement, Option<&str>)> = vec![(self.graph, None)];
        while let Some((element, parent)) = open.pop() {
            let mut inner = parent;
            match element.name.as_str() {
                "node" => {
                    let Some(id) = element.attribute("id") else {
                        let says = "this node has no id";
                        network.draft.remark(self.file.line(element.line), RemarkSort::LeftOut, says);
                        continue;
                    };
                    let fields = self.fields(element, "node");
                    network.thing(id, &self.file.line(element.line), &fields, id, &[])?;
                    let named = element.attribute("pid").or(parent);
                    let others = element.child("parents").into_iter().flat_map(|list| list.named("parent"));
                    let others = others.filter_map(|parent| parent.attribute("for"));
                    parents.extend(named.into_iter().chain(others).map(|parent| (element.line, id, parent)));
                    inner = Some(id);
                }
                "edge" => edges.push(element),
                "graph" | "nodes" | "edges" => {}
                _ => continue,
            }
            open.extend(element.children.iter().rev().map(|child| (child, inner)));
        }
        self.add_edges(&edges, network)?;
        self.add_parents(&parents, network);
        if self.graph.attribute("mode") == Some("dynamic") {
            let says = "the file says how things change in time; the latest values come in";
            network.draft.remark(self.file.line(self.graph.line), RemarkSort::Noted, says);
        }
        Ok(())
    }

    fn add_edges(&self, edges: &[&XmlElement], network: &mut Network<'_>) -> Result<(), ImportError> {
        let usual = self.graph.attribute("defaultedgetype");
        let sort = |edge: &XmlElement| edge.attribute("type").or(usual).map(str::to_ascii_lowercase);
        if edges.iter().any(|edge| sort(edge).is_none()) {
            network.ask_direction(self.file.line(self.graph.line));
        }
        for edge in edges {
            let place = self.file.line(edge.line);
            let (Some(from), Some(to)) = (edge.attribute("source"), edge.attribute("target")) else {
                network.draft.remark(place, RemarkSort::LeftOut, "this edge does not name both of its ends");
                continue;
            };
            let (Some(from), Some(to)) = (network.end(from, &place), network.end(to, &place)) else { continue };
            let heads = match sort(edge).as_deref() {
                Some("undirected") => LinkHeads::None,
                Some("mutual") => LinkHeads::AtBoth,
                _ => LinkHeads::AtEnd,
            };
            network.arrow(&place, (from, to), heads, &self.fields(edge, "edge"))?;
        }
        Ok(())
    }

    /// Says what is part of what. A node around others is a node as any other, so it is a thing.
    fn add_parents(&self, parents: &[(usize, &str, &str)], network: &mut Network<'_>) {
        let mut tree = GroupTree::default();
        for (_, id, parent) in parents {
            tree.add(id, id, Some(parent));
        }
        for (line, id, parent) in parents {
            let place = self.file.line(*line);
            if tree.is_in_itself(id) {
                let says = "the nodes around this are in each other; nothing is part of them";
                network.draft.remark(place, RemarkSort::Noted, says);
                continue;
            }
            // Some tools write 0 where there is no parent.
            if *parent == "0" && network.draft.known(parent).is_none() {
                continue;
            }
            let (Some(thing), Some(outer)) = (network.draft.known(id), network.end(parent, &place)) else { continue };
            match self.groups {
                GroupsAre::Units => {
                    let label = network.draft.label_of(outer);
                    network.draft.group(thing, &label, &place);
                }
                GroupsAre::Tags => {
                    let key = format!("{id} > {parent} in");
                    network.draft.arrow(&key, &place, (thing, outer), Relation::In, Sign::Unknown);
                }
            }
        }
    }

    /// Returns the attributes of a node or an edge: its own, those with declared titles, and what these are without a value.
    fn fields(&self, element: &XmlElement, class: &str) -> NetworkFields {
        let mut fields = NetworkFields::default();
        for name in ["label", "kind", "weight"] {
            element.attribute(name).into_iter().for_each(|value| fields.add_listed(name, value));
        }
        let declared = self.names.get(class);
        let mut values: Vec<(&str, &XmlElement)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for value in element.named("attvalues").flat_map(|list| list.named("attvalue")) {
            let Some(id) = value.attribute("for").or_else(|| value.attribute("id")) else { continue };
            match places.get(id).and_then(|place| values.get_mut(*place)) {
                Some((_, known)) if is_later(value, known) => *known = value,
                Some(_) => {}
                None => {
                    places.insert(id, values.len());
                    values.push((id, value));
                }
            }
        }
        for (id, value) in &values {
            let title = declared.and_then(|declared| declared.get(id)).map_or(*id, |known| known.title);
            let value = value.attribute("value").unwrap_or_else(|| value.text());
            // Our own export says in words what other attributes of the thing say, and after it what was seen.
            if self.is_ours && class == "node" && title == "description" {
                let seen: Vec<&str> = value.split("; ").filter(|part| part.starts_with("seen ")).collect();
                fields.add_listed(title, &seen.join("; "));
                continue;
            }
            fields.add(title, value);
        }
        for (id, attribute) in declared.into_iter().flatten() {
            if let (false, Some(default)) = (places.contains_key(id), &attribute.default) {
                fields.add(attribute.title, default);
            }
        }
        fields
    }
}

/// Whether a value that changes in time holds at least as late as another: one without an end holds on.
fn is_later(value: &XmlElement, than: &XmlElement) -> bool {
    let time =
        |element: &XmlElement, names: &[&str]| names.iter().find_map(|name| element.attribute(name)).map(str::to_owned);
    let end = |element| time(element, &["end", "endopen", "timestamp"]);
    let start = |element| time(element, &["start", "startopen", "timestamp"]);
    let by_end = match (end(value), end(than)) {
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (None, None) => Ordering::Equal,
        (Some(one), Some(other)) => in_time(&one, &other),
    };
    let by_start = || in_time(&start(value).unwrap_or_default(), &start(than).unwrap_or_default());
    by_end.then_with(by_start) != Ordering::Less
}

/// Compares two times: numbers as numbers, days as texts.
fn in_time(one: &str, other: &str) -> Ordering {
    match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(one), Ok(other)) => one.total_cmp(&other),
        _ => one.cmp(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::ImportMapping;
    use crate::import::tests::told::{told, told_with};
    use crate::record::Kind;

    const THINGS: [&str; 3] = ["Service bot", "Queue pressure", "Customer trust"];
    const BOT: &str = "Service bot > Queue pressure";
    const TRUST: &str = "Queue pressure > Customer trust -";

    #[test]
    fn two_versions_and_two_tools_write_one_map() {
        for bytes in [
            include_bytes!("../../tests/fixtures/import/graphology-gexf-0.13.2-map-1.2.gexf").as_slice(),
            include_bytes!("../../tests/fixtures/import/graphology-gexf-0.13.2-map-1.3.gexf"),
        ] {
            let read = told("map.gexf", bytes);
            assert_eq!((read.format, read.map.title.as_deref()), ("gexf", Some("Service bot map")));
            assert_eq!(
                (read.things.as_slice(), read.arrows.as_slice()),
                (&THINGS.map(str::to_owned)[..], &[BOT, TRUST].map(str::to_owned)[..])
            );
            assert_eq!(
                (read.map.things[0].kind, read.map.things[2].tags.as_slice()),
                (Kind::Initiative, &["a".to_owned(), "b".to_owned()][..])
            );
            assert_eq!((read.says(RemarkSort::Asked).len(), read.says(RemarkSort::LeftOut).len()), (1, 1));
        }
        let read = told("map.gexf", include_bytes!("../../tests/fixtures/import/networkx-3.6.1-static.gexf"));
        assert_eq!(read.arrows, [BOT, TRUST, "Customer trust > Service bot +"]);
        let mixed =
            told("map.gexf", include_bytes!("../../tests/fixtures/import/networkx-3.6.1-mixed-numbers-1.2draft.gexf"));
        assert_eq!(
            (mixed.things.as_slice(), mixed.arrows.as_slice()),
            (
                &["Service bot", "Queue pressure", "trust"].map(str::to_owned)[..],
                &[BOT, "Queue pressure > trust -"].map(str::to_owned)[..]
            )
        );
    }

    #[test]
    fn of_values_that_change_in_time_the_latest_counts() {
        let read = told("map.gexf", include_bytes!("../../tests/fixtures/import/networkx-3.6.1-dynamic.gexf"));
        assert_eq!(read.arrows, ["Service bot > Queue pressure -", TRUST, "Customer trust > Service bot +"]);
        let read = told(
            "map.gexf",
            r#"<gexf version="1.1" xmlns="http://www.gexf.net/1.1draft"><graph mode="dynamic" defaultedgetype="directed" timeformat="double">
            <attributes class="node" mode="dynamic"><attribute id="0" title="status" type="string"/><attribute id="1" title="kind" type="string"><default>system</default></attribute></attributes>
            <nodes><node id="a" label="Bot"><attvalues><attvalue for="0" value="live" start="10"/><attvalue for="0" value="pilot" start="9" end="10"/><attvalue for="0" value="idea" end="9"/></attvalues></node></nodes></graph></gexf>"#,
        );
        assert_eq!(
            (read.map.things[0].status, read.map.things[0].kind),
            (Some(crate::record::Status::Live), Kind::Resource)
        );
    }

    #[test]
    fn what_is_declared_for_all_nodes_comes_in_in_one_order() {
        let declared: Vec<String> = (0..9)
            .map(|id| format!("<attribute id='{id}' title='note'><default>said {id}</default></attribute>"))
            .collect();
        let declared = declared.concat();
        let text = format!(
            "<gexf><graph><attributes class='node'>{declared}</attributes><nodes><node id='a'/></nodes></graph></gexf>"
        );
        let about = "said 0; said 1; said 2; said 3; said 4; said 5; said 6; said 7; said 8";
        assert_eq!(told("map.gexf", text).map.things[0].about.as_deref(), Some(about));
    }

    #[test]
    fn nodes_in_nodes_are_part_of_them_or_owned() {
        let text = r#"<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><nodes><node id="c" label="Claims"><nodes><node id="b" label="Bot"/></nodes>
            <edges><edge source="b" target="q" type="directed" label="more"/></edges></node><node id="q" label="Queue" pid="c"/><node id="t"><parents><parent for="c"/></parents></node></nodes>
            <edges><edge source="q" target="t" type="mutual"/><edge source="b" target="t" type="undirected"/><edge source="t" target="b" kind="needs"/><edge source="t" target="gone"/></edges></graph></gexf>"#;
        let read = told("map.gexf", text);
        assert_eq!(read.things, ["Claims", "Bot", "Queue", "t"]);
        let arrows = [
            "Bot > Queue +",
            "Queue > t",
            "t > Queue",
            "t needs Bot",
            "Bot in Claims",
            "Queue in Claims",
            "t in Claims",
        ];
        assert_eq!(read.arrows, arrows);
        assert_eq!(read.says(RemarkSort::Asked).len(), 2, "one link has no direction, and two do not say");
        assert_eq!(
            read.says(RemarkSort::LeftOut),
            ["map.gexf, line 3: this arrow ends at gone, which the file does not hold"]
        );
        let turned =
            told("map.gexf", "<gexf><graph><nodes><node id='a' pid='b'/><node id='b' pid='a'/></nodes></graph></gexf>");
        assert_eq!((turned.things.len(), turned.arrows.len(), turned.says(RemarkSort::Noted).len()), (2, 0, 2));
        let units =
            told_with("map.gexf", text, &ImportMapping { groups: GroupsAre::Units, ..ImportMapping::default() })
                .unwrap();
        assert!(units.arrows.contains(&"Claims owns Bot".to_owned()) && units.map.things[0].kind == Kind::Party);
    }
}
