use petgraph::graph::NodeIndex;

use super::beside::all_beside;
use super::format::ExportFormat;
use super::wording::{marks, said_of, state_words};
use super::xml::Xml;
use crate::graph::{Graph, Link, Thing};
use crate::record::Delay;

/// The entry of the `GraphML` format in the list of formats.
pub(super) const FORMAT: ExportFormat =
    ExportFormat::map("graphml", "The map for network tools", "graphml", |material| graphml(material.graph));

/// The attributes of things, each with its name and the type of its value; below, those of arrows.
const OF_THINGS: &[(&str, &str)] = &[
    ("label", "string"),
    ("kind", "string"),
    ("description", "string"),
    ("tags", "string"),
    ("owner", "string"),
    ("stage", "string"),
];
const OF_ARROWS: &[(&str, &str)] = &[
    ("relation", "string"),
    ("sign", "string"),
    ("strength", "int"),
    ("delay", "int"),
    ("confidence", "double"),
    ("rationale", "string"),
    ("source", "string"),
];

/// The map as GraphML: delays in days, confidence from 0 to 1, and the words and reasons given for an arrow as its
/// rationale.
pub fn graphml(graph: &Graph) -> String {
    let mut xml = Xml::new();
    xml.declare().open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    for (domain, keys) in [("node", OF_THINGS), ("edge", OF_ARROWS)] {
        for (name, sort) in keys {
            xml.empty("key", &[("id", name), ("for", domain), ("attr.name", name), ("attr.type", sort)]);
        }
    }
    xml.open("graph", &[("id", "map"), ("edgedefault", "directed")]);
    for (at, thing) in graph.things().enumerate() {
        xml.open("node", &[("id", &format!("n{at}"))]);
        for (key, value) in thing_values(graph, thing) {
            xml.text("data", &[("key", key)], &value);
        }
        xml.close();
    }
    for (at, link) in graph.links().enumerate() {
        let place = |thing: &Thing| format!("n{}", graph.index(&thing.key).map_or(0, NodeIndex::index));
        xml.open("edge", &[("id", &format!("e{at}")), ("source", &place(link.from)), ("target", &place(link.to))]);
        for (key, value) in arrow_values(link) {
            xml.text("data", &[("key", key)], &value);
        }
        xml.close();
    }
    xml.finish()
}

fn thing_values(graph: &Graph, thing: &Thing) -> Vec<(&'static str, String)> {
    let mut values = vec![("label", thing.label.clone()), ("kind", thing.kind.name().to_owned())];
    let state = state_words(thing);
    if !state.is_empty() {
        values.push(("description", state.join("; ")));
    }
    let tags: Vec<&str> = [("scarce", thing.scarce), ("outside", thing.outside)]
        .into_iter()
        .filter_map(|(tag, so)| so.then_some(tag))
        .collect();
    if !tags.is_empty() {
        values.push(("tags", tags.join(", ")));
    }
    let unit = thing.unit.as_ref().filter(|unit| **unit != thing.key);
    values.extend(unit.map(|unit| ("owner", graph.label(unit).to_owned())));
    values.extend(thing.status.map(|status| ("stage", status.name().to_owned())));
    values
}

fn arrow_values(link: Link<'_>) -> Vec<(&'static str, String)> {
    let arrow = link.arrow;
    let mut values = vec![("relation", arrow.relation.name().to_owned())];
    values.extend(marks(arrow.sign).map(|sign| ("sign", sign.to_owned())));
    values.push(("strength", arrow.strength.marks().to_string()));
    values.push(("delay", arrow.delay.map_or(0, Delay::days).to_string()));
    values.push(("confidence", format!("{:.3}", arrow.confidence)));
    let said = arrow.evidence.iter().rev().find(|said| !said.imagined);
    let words = all_beside(arrow);
    values.push(("rationale", if words.is_empty() { said_of(link) } else { words.join(" · ") }));
    values.extend(said.map(|said| ("source", format!("{} minute {}", said.session, said.at.as_mins()))));
    values
}
