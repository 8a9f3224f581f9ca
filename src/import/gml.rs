mod values;

use std::collections::{HashMap, HashSet};

use self::values::{GmlList, GmlValue, values};
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::{ImportedMap, RemarkSort};
use super::place::WithinFile;
use crate::import::drafting::network::{GroupTree, LinkHeads, Network, NetworkFields};
use crate::import::input::file::ImportedFile;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "gml", about: "a map in GML", is_one, read };

/// Lists of values that say how a drawing looks.
const DRAWN: &[&str] = &["graphics", "labelgraphics", "viz", "style", "points", "line", "center"];

fn is_one(file: &ImportedFile) -> bool {
    file.archive().is_none() && values::begins(file.text())
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut network = Network::new(context, 0);
    for file in files {
        let root = values(file, context)?;
        for graph in root.lists("graph") {
            read_graph(file, graph, &mut network)?;
        }
    }
    match files.first() {
        Some(file) => network.finish(&file.place(WithinFile::Whole)),
        None => Ok(ImportedMap::default()),
    }
}

fn read_graph(file: &ImportedFile, graph: &GmlList, network: &mut Network<'_>) -> Result<(), ImportError> {
    let title = ["label", "name", "title"].iter().find_map(|name| graph.text(name));
    if let Some(title) = title {
        network.draft.title(title);
    }
    let edges: Vec<&GmlList> = graph.lists("edge").collect();
    let at_ends: HashSet<String> =
        edges.iter().flat_map(|edge| [edge.text("source"), edge.text("target")]).flatten().map(str::to_owned).collect();
    let mut groups = GroupTree::default();
    for node in graph.lists("node") {
        let (id, label) = (node.text("id").unwrap_or_default(), node.text("label").unwrap_or_default());
        groups.add(id, label, node.text("gid").or_else(|| node.text("parent")));
    }
    let alone = groups.alone(&at_ends);
    for node in graph.lists("node") {
        let place = file.line(node.line);
        let Some(id) = node.text("id").or_else(|| node.text("label")) else {
            network.draft.remark(place, RemarkSort::LeftOut, "this node has no id");
            continue;
        };
        if !alone.contains(id) {
            let (around, fault) = groups.around(id);
            if let Some(says) = fault {
                network.draft.remark(place.clone(), RemarkSort::Noted, says);
            }
            network.thing(id, &place, &fields_of(node), id, &around)?;
        }
    }
    // The format says that a graph which does not say it has no direction, and tools read it so.
    let usual = graph.text("directed").is_some_and(|directed| directed == "1" || directed.eq_ignore_ascii_case("true"));
    for edge in edges {
        let place = file.line(edge.line);
        let (Some(from), Some(to)) = (edge.text("source"), edge.text("target")) else {
            network.draft.remark(place, RemarkSort::LeftOut, "this edge does not name both of its ends");
            continue;
        };
        let (Some(from), Some(to)) = (network.end(from, &place), network.end(to, &place)) else { continue };
        let own = edge.text("directed").map(|directed| directed == "1");
        let heads = heads_of(edge).unwrap_or(if own.unwrap_or(usual) { LinkHeads::AtEnd } else { LinkHeads::None });
        network.arrow(&place, (from, to), heads, &fields_of(edge))?;
    }
    Ok(())
}

/// Returns the heads that yEd draws: `graphics [ arrow "last" ]` or `targetArrow "standard"`.
fn heads_of(edge: &GmlList) -> Option<LinkHeads> {
    let graphics = edge.lists("graphics").next()?;
    let has = |name: &str| graphics.text(name).map(|arrow| arrow != "none");
    match (graphics.text("arrow"), has("sourceArrow"), has("targetArrow")) {
        (Some("both"), ..) | (None, Some(true), Some(true)) => Some(LinkHeads::AtBoth),
        (Some("first"), ..) | (None, Some(true), _) => Some(LinkHeads::AtStart),
        (Some("last"), ..) | (None, _, Some(true)) => Some(LinkHeads::AtEnd),
        (Some("none"), ..) => Some(LinkHeads::None),
        _ => None,
    }
}

/// Returns the attributes of a node or an edge. A name that stands there several times is a list.
fn fields_of(item: &GmlList) -> NetworkFields {
    let mut fields = NetworkFields::default();
    let mut open = vec![(item, 0)];
    while let Some((list, depth)) = open.pop() {
        let mut count: HashMap<&str, usize> = HashMap::new();
        list.values.iter().for_each(|(name, _)| *count.entry(name).or_default() += 1);
        for (name, value) in &list.values {
            let is_listed = count.get(name.as_str()).is_some_and(|count| *count > 1);
            match value {
                GmlValue::Text(text) if is_listed => fields.add_listed(name, text),
                GmlValue::Text(text) => fields.add(name, text),
                GmlValue::List(inner) if depth < 3 && !DRAWN.contains(&name.to_lowercase().as_str()) => {
                    open.push((inner, depth + 1));
                }
                GmlValue::List(_) => {}
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::mapping::ImportMapping;
    use crate::import::tests::told::{told, told_with};

    #[test]
    fn networkx_writes_its_ids_as_labels() {
        let read = told("map.gml", include_bytes!("../../tests/fixtures/import/networkx-3.6.1.gml"));
        assert_eq!((read.format, read.map.title.as_deref()), ("gml", Some("Service bot map")));
        assert_eq!(read.things, ["service bot", "queue", "trust"]);
        assert_eq!(read.arrows, ["service bot > queue", "queue > trust -", "trust > service bot +"]);
        assert_eq!(read.says(RemarkSort::Asked).len(), 1, "the two arrows do not agree");
    }

    #[test]
    fn other_tools_write_entities_comments_nested_lists_and_no_direction() {
        let read = told(
            "map.gml",
            "Creator \"Gephi\"\nVersion 1\n# made by hand\ngraph\n[\n directed 1\n node\n [\n id 1 label \"M&#252;ller &amp; S&ouml;hne &quot;AG&quot;\"\n graphics [ x 1.5E-3 y -2 type \"ellipse\" ]\n tags \"a\" tags \"b\" ]\n node [ id 2 label \"Two\nlines\" gid 3 ] node [ id 3 label \"Claims\" isGroup 1 ]\n edge [ source 1 target 2 label \"reduces\" ] edge [ source 2 target 1 graphics [ targetArrow \"none\" arrow \"both\" ] ] edge [ source 1 target 1 ] edge [ source 1 ] edge [ source 1 target 4 ] ]",
        );
        assert_eq!(read.things, ["Müller & Söhne \"AG\"", "Two lines"]);
        assert_eq!(
            (read.map.things[0].tags.as_slice(), read.map.things[1].tags.as_slice()),
            (&["a".to_owned(), "b".to_owned()][..], &["Claims".to_owned()][..])
        );
        assert_eq!(read.arrows, ["Müller & Söhne \"AG\" > Two lines -", "Two lines > Müller & Söhne \"AG\""]);
        assert_eq!(
            read.says(RemarkSort::LeftOut),
            [
                "map.gml, line 14: an arrow from Müller & Söhne \"AG\" to itself is left out",
                "map.gml, line 14: this edge does not name both of its ends",
                "map.gml, line 14: this arrow ends at 4, which the file does not hold",
            ]
        );
        let undirected = told("map.gml", "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]");
        assert_eq!((undirected.arrows.len(), undirected.says(RemarkSort::Asked).len()), (0, 1));
    }

    #[test]
    fn mistakes_are_said_with_their_line() {
        let says = |text: &str| told_with("a.gml", text, &ImportMapping::default()).unwrap_err();
        assert!(
            says("graph [\n node [ id 1 ]").starts_with("a.gml, line 2: the text ends before the list of line 1 does;")
        );
        assert!(says("graph [\n node ]").contains("line 2: node has no value"));
        assert!(says("graph [\n label \"a\n").contains("line 2: the text in quotes that begins here does not end"));
        assert!(says(&format!("graph [ {}", "a [ ".repeat(200))).contains("lists are nested more than 128 deep"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn any_text_ends_with_a_map_or_a_sentence(body in "(\\[|\\]|\"|&amp;|&#;|#|\n| |node|edge|id|label|source|target|1|-2.5|\\PC){0,60}") {
            let _ = told_with("a.gml", format!("graph [{body}"), &ImportMapping::default());
            let _ = told_with("a.gml", format!("graph [{body}]"), &ImportMapping::default());
        }
    }
}
