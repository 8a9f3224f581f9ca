use super::format::ExportFormat;
use super::graphml::{OF_ARROWS, OF_THINGS, arrow_values, thing_values};
use super::wording::{arrow_id, arrow_label};
use super::xml::Xml;
use crate::graph::Graph;

/// The entry of GEXF in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat::map(
    "gexf",
    "The map for Gephi, in GEXF 1.3",
    "loops, other names, and who agrees; what was seen is a text, and later is ninety days",
    "gexf",
    |material| gexf(material.graph, material.title),
);

/// The map in GEXF 1.3, with the attributes of GraphML. It has neither colours nor places, whose namespaces readers
/// dispute, and neither defaults nor lists.
///
/// Several arrows between the same ends are parallel edges, told apart by their `kind`, which is the relation.
pub fn gexf(graph: &Graph, title: &str) -> String {
    let mut xml = Xml::new();
    xml.declare().open("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")]);
    xml.open("meta", &[]).text("creator", &[], "adjacent").text("description", &[], title).close();
    xml.open("graph", &[("mode", "static"), ("defaultedgetype", "directed")]);
    for (class, attributes) in [("node", OF_THINGS), ("edge", OF_ARROWS)] {
        xml.open("attributes", &[("class", class)]);
        for (name, sort) in attributes.iter().filter(|(name, _)| *name != "label") {
            let sort = if *sort == "int" { "integer" } else { sort };
            xml.empty("attribute", &[("id", name), ("title", name), ("type", sort)]);
        }
        xml.close();
    }
    xml.open("nodes", &[]);
    for thing in graph.things() {
        xml.open("node", &[("id", thing.key.as_str()), ("label", &thing.label)]);
        values(&mut xml, thing_values(graph, thing).into_iter().filter(|(name, _)| *name != "label"));
        xml.close();
    }
    xml.close();
    xml.open("edges", &[]);
    for link in graph.links() {
        let (id, label) = (arrow_id(link), arrow_label(link.arrow));
        let attributes = [
            ("id", id.as_str()),
            ("source", link.from.key.as_str()),
            ("target", link.to.key.as_str()),
            ("kind", link.arrow.relation.name()),
            ("label", &label),
        ];
        xml.open("edge", &attributes);
        values(&mut xml, arrow_values(link).into_iter());
        xml.close();
    }
    xml.finish()
}

fn values(xml: &mut Xml, values: impl Iterator<Item = (&'static str, String)>) {
    xml.open("attvalues", &[]);
    for (name, value) in values {
        xml.empty("attvalue", &[("for", name), ("value", &value)]);
    }
    xml.close();
}
