//! What Graphviz's attributes mean, whether a map is written as DOT or as JSON.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::error::ImportError;
use super::imported::RemarkSort;
use super::place::SourcePlace;
use crate::import::drafting::network::{LinkHeads, Network, NetworkFields, states_sign};
use crate::import::input::entities::without_entities;
use crate::record::text::single_spaced;

/// The tags of Graphviz's labels that look like HTML.
const TAGS: &[&str] = &["table", "tr", "td", "font", "br", "img", "i", "b", "u", "o", "s", "sub", "sup", "hr", "vr"];
/// The attributes that are texts for people, in which `\n` is a line break.
const TEXTS: &[&str] = &["label", "xlabel", "headlabel", "taillabel", "tooltip", "comment"];

/// The attributes that say how a map is drawn, beside those that all network files have.
const DRAWN: &[&str] = &[
    "_draw_",
    "_hdraw_",
    "_ldraw_",
    "_tdraw_",
    "_hldraw_",
    "_tldraw_",
    "URL",
    "colorscheme",
    "compound",
    "concentrate",
    "decorate",
    "distortion",
    "edgeURL",
    "edgehref",
    "edgetooltip",
    "fixedsize",
    "gradientangle",
    "headURL",
    "head_lp",
    "headclip",
    "headhref",
    "imagepos",
    "imagescale",
    "labelURL",
    "labelangle",
    "labeldistance",
    "labelfloat",
    "labelfontname",
    "labelfontsize",
    "labelhref",
    "labeljust",
    "labelloc",
    "layer",
    "len",
    "lheight",
    "lhead",
    "ltail",
    "lwidth",
    "minlen",
    "nodesep",
    "nojustify",
    "ordering",
    "orientation",
    "pin",
    "ranksep",
    "rects",
    "regular",
    "root",
    "samehead",
    "sametail",
    "samplepoints",
    "shapefile",
    "sides",
    "skew",
    "sortv",
    "splines",
    "tailURL",
    "tail_lp",
    "tailclip",
    "tailhref",
    "target",
    "vertices",
    "xlp",
];

/// The value of an attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DotText {
    /// The text, without the quotes around it.
    pub(super) text: String,
    /// Whether it was written between `<` and `>`.
    pub(super) is_html: bool,
}

/// Attributes by their names.
pub(super) type DotAttributes = BTreeMap<String, DotText>;

/// A node or an edge: its own attributes, and those that were usual where it was first named.
#[derive(Clone, Debug)]
pub(super) struct DotItem {
    pub(super) place: SourcePlace,
    pub(super) own: Arc<DotAttributes>,
    pub(super) usual: Arc<DotAttributes>,
}

impl DotItem {
    fn get(&self, name: &str) -> Option<&DotText> {
        self.own.get(name).or_else(|| self.usual.get(name))
    }

    fn text(&self, name: &str) -> &str {
        self.get(name).map(|value| value.text.as_str()).unwrap_or_default()
    }

    /// Returns the attributes that do not only say how the map is drawn.
    fn all(&self) -> impl Iterator<Item = (&String, &DotText)> {
        let usual = self.usual.iter().filter(|(name, _)| !self.own.contains_key(*name));
        self.own.iter().chain(usual).filter(|(name, _)| !DRAWN.contains(&name.as_str()))
    }
}

/// A node.
#[derive(Clone, Debug)]
pub(super) struct DotNode {
    pub(super) name: String,
    pub(super) item: DotItem,
    /// The indices of the clusters that it is in, the outermost first.
    pub(super) clusters: Vec<usize>,
}

/// An edge between two nodes, which are given by their indices.
#[derive(Clone, Debug)]
pub(super) struct DotEdge {
    pub(super) ends: (usize, usize),
    pub(super) is_directed: bool,
    pub(super) item: DotItem,
}

/// A cluster: what its subgraph is called, and its label.
#[derive(Clone, Debug, Default)]
pub(super) struct DotCluster {
    pub(super) name: String,
    pub(super) label: Option<DotText>,
}

impl DotCluster {
    /// Returns the name of the group that the cluster is; empty for none. Graphviz shows the name of a cluster nowhere.
    fn group(&self) -> String {
        let label = self.label.as_ref().map(|label| plain_label(label, "", &self.name)).unwrap_or_default();
        if !label.trim().is_empty() {
            return label;
        }
        let name = self.name.strip_prefix("cluster").unwrap_or(&self.name).trim_start_matches('_');
        if name.parse::<f64>().is_ok() { String::new() } else { name.replace('_', " ") }
    }
}

/// A map as Graphviz has it.
#[derive(Clone, Debug, Default)]
pub(super) struct DotGraph {
    pub(super) name: String,
    pub(super) label: Option<DotText>,
    pub(super) nodes: Vec<DotNode>,
    pub(super) edges: Vec<DotEdge>,
    pub(super) clusters: Vec<DotCluster>,
}

impl DotGraph {
    /// Adds the map to a network.
    pub(super) fn add_to(&self, network: &mut Network<'_>) -> Result<(), ImportError> {
        let label = self.label.as_ref().map(|label| plain_label(label, "", &self.name));
        if let Some(label) = &label {
            network.draft.title(label);
        }
        // Names like `G` and `%3` say nothing; nobody misses them.
        if !self.is_ours() && self.name.chars().count() > 2 && !self.name.starts_with('%') {
            network.draft.title(&self.name);
        }
        let groups: Vec<String> = self.clusters.iter().map(DotCluster::group).collect();
        let named: HashMap<&str, usize> =
            self.clusters.iter().enumerate().map(|(at, cluster)| (cluster.name.as_str(), at)).collect();
        let mut things = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let around: Vec<String> = node.clusters.iter().filter_map(|at| groups.get(*at).cloned()).collect();
            let fields = node_fields(node);
            let called = node.name.replace("\\\\", "\\");
            things.push(network.thing(&node.name, &node.item.place, &fields, &called, &around)?);
        }
        for edge in &self.edges {
            let place = &edge.item.place;
            if edge.item.text("style") == "invis" {
                network.draft.remark(place.clone(), RemarkSort::LeftOut, "an invisible link is left out");
                continue;
            }
            let mut end = |node: usize, at: &str| -> Result<Option<usize>, ImportError> {
                let cluster = named.get(edge.item.text(at)).and_then(|at| Some((*at, self.clusters.get(*at)?)));
                let Some((at, cluster)) = cluster else { return Ok(things.get(node).copied()) };
                if let Some(known) = network.draft.known(&cluster.name) {
                    return Ok(Some(known));
                }
                let label = groups.get(at).map(String::as_str).unwrap_or_default();
                let fields = NetworkFields::default();
                network.thing(&cluster.name, place, &fields, label, &[]).map(Some)
            };
            let ends = (end(edge.ends.0, "ltail")?, end(edge.ends.1, "lhead")?);
            if let (Some(from), Some(to)) = ends {
                network.arrow(place, (from, to), edge.heads(), &self.edge_fields(edge))?;
            }
        }
        Ok(())
    }

    /// Whether our own export wrote it. What an arrow says in words stands in its tooltip there, and comes in by its
    /// other attributes.
    fn is_ours(&self) -> bool {
        self.name == "adjacent"
    }

    fn edge_fields(&self, edge: &DotEdge) -> NetworkFields {
        let mut fields = NetworkFields::default();
        for (name, value) in edge.item.all() {
            match name.as_str() {
                "xlabel" | "headlabel" | "taillabel" => fields.add_listed("label", &plain_label(value, "", "")),
                "tooltip" if self.is_ours() => {}
                "tooltip" | "labeltooltip" => fields.add_listed("note", &plain_label(value, "", "")),
                name => fields.add_listed(name, &plain_value(name, value, "")),
            }
        }
        if !states_sign(&fields) && edge.is_tee() {
            fields.add("sign", "-");
        }
        fields
    }
}

impl DotEdge {
    fn heads(&self) -> LinkHeads {
        let usual = if self.is_directed { "forward" } else { "none" };
        let dir = match self.item.text("dir") {
            "" => usual,
            dir => dir,
        };
        let has = |name: &str| self.item.text(name) != "none";
        match (
            matches!(dir, "back" | "both") && has("arrowtail"),
            matches!(dir, "forward" | "both") && has("arrowhead"),
        ) {
            (true, true) => LinkHeads::AtBoth,
            (true, false) => LinkHeads::AtStart,
            (false, true) => LinkHeads::AtEnd,
            (false, false) => LinkHeads::None,
        }
    }

    /// Whether the head of the arrow is a bar, which says less.
    fn is_tee(&self) -> bool {
        let head = if self.heads() == LinkHeads::AtStart { "arrowtail" } else { "arrowhead" };
        self.item.text(head).contains("tee")
    }
}

fn node_fields(node: &DotNode) -> NetworkFields {
    let mut fields = NetworkFields::default();
    let shape = node.item.text("shape");
    for (name, value) in node.item.all() {
        match name.as_str() {
            "label" => fields.add_listed("label", &plain_label(value, shape, &node.name)),
            "xlabel" => fields.add_listed("about", &plain_label(value, "", &node.name)),
            // Columns of a rank are no groups of things.
            "group" | "class" => {}
            name => fields.add(name, &plain_value(name, value, &node.name)),
        }
    }
    fields
}

fn plain_value(name: &str, value: &DotText, node: &str) -> String {
    if TEXTS.contains(&name) {
        return plain_label(value, "", node);
    }
    value.text.replace("\\\\", "\\")
}

/// Returns a label as it is read: without ports, tags and escapes.
fn plain_label(label: &DotText, shape: &str, node: &str) -> String {
    if label.is_html {
        return single_spaced(&without_entities(&without_tags(&label.text)));
    }
    let is_record = matches!(shape, "record" | "Mrecord");
    let mut plain = String::with_capacity(label.text.len());
    let (mut chars, mut in_port) = (label.text.chars(), false);
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('N') => plain.push_str(node),
                Some('n' | 'l' | 'r') => plain.push(' '),
                Some('G' | 'E' | 'T' | 'H' | 'L') | None => {}
                Some(other) => plain.push(other),
            },
            '<' if is_record => in_port = true,
            '>' if is_record => in_port = false,
            _ if in_port => {}
            '{' | '}' | '|' if is_record => plain.push(' '),
            c => plain.push(c),
        }
    }
    without_entities(&plain).into_owned()
}

/// Whether a label has the tags of Graphviz: its JSON does not say which labels are HTML.
pub(super) fn looks_like_html(text: &str) -> bool {
    let tag = |part: &str| {
        let name = part.trim_start_matches('/').split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        part.contains('>') && TAGS.contains(&name.to_ascii_lowercase().as_str())
    };
    text.split('<').skip(1).any(tag)
}

/// Returns a text without its tags; a line break and the end of a cell are a space.
fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut parts = text.split('<');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_matches('/').split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        if matches!(name.to_ascii_lowercase().as_str(), "br" | "td" | "tr" | "table" | "hr" | "vr" | "img") {
            plain.push(' ');
        }
        plain.push_str(rest);
    }
    plain
}

#[cfg(test)]
mod tests {
    use crate::import::tests::told::told;

    #[test]
    fn one_map_as_typed_and_as_two_versions_of_graphviz_write_it_in_both_forms() {
        let files = [
            ("dot", include_bytes!("../../tests/fixtures/import/hand-map-concentrate.dot").as_slice()),
            ("dot", include_bytes!("../../tests/fixtures/import/graphviz-2.43.0-map.dot")),
            ("dot", include_bytes!("../../tests/fixtures/import/graphviz-16.1.0-map.dot")),
            ("graphviz-json", include_bytes!("../../tests/fixtures/import/graphviz-2.43.0-map.json")),
            ("graphviz-json", include_bytes!("../../tests/fixtures/import/graphviz-16.1.0-map.json")),
        ];
        for (format, bytes) in files {
            let read = told("map", bytes);
            assert_eq!((read.format, read.map.title.as_deref()), (format, Some("map")));
            assert_eq!(read.things, ["Service bot", "Queue pressure", "trust", "load", "Claims"]);
            let mut arrows = read.arrows;
            arrows.sort();
            let expected = [
                "Claims owns Service bot",
                "Queue pressure > load",
                "Queue pressure > trust",
                "Service bot > Queue pressure -",
                "Service bot > trust",
                "trust > Queue pressure",
                "trust > load",
            ];
            assert_eq!(arrows, expected);
            assert_eq!(read.map.remarks, []);
        }
    }
}
