use super::beside::all_beside;
use super::format::ExportFormat;
use super::wording::{marks, plain_owners, state_words, tags};
use super::xml::Xml;
use crate::graph::{Graph, Link, Thing};

/// The entry of the `GraphML` format in the list of formats.
pub(super) const FORMAT: ExportFormat =
    ExportFormat::map("graphml", "The map for network tools", LACKS, "graphml", |material| graphml(material.graph));

/// What the format cannot hold.
const LACKS: &str = "loops, other names, and who agrees; what was seen is a text, and later is ninety days";

/// The attributes of things, each with its name and the type of its value; below, those of arrows.
pub(super) const OF_THINGS: &[(&str, &str)] = &[
    ("label", "string"),
    ("kind", "string"),
    ("description", "string"),
    ("tags", "string"),
    ("owner", "string"),
    ("stage", "string"),
    ("want", "string"),
    ("started", "string"),
    ("imported", "string"),
    ("gone_since", "string"),
];
pub(super) const OF_ARROWS: &[(&str, &str)] = &[
    ("relation", "string"),
    ("sign", "string"),
    ("strength", "int"),
    ("delay", "int"),
    ("confidence", "double"),
    ("rationale", "string"),
    ("said_in", "string"),
    ("imported_from", "string"),
    ("gone_since", "string"),
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
    for thing in graph.things() {
        xml.open("node", &[("id", &thing_id(thing))]);
        for (key, value) in thing_values(graph, thing) {
            xml.text("data", &[("key", key)], &value);
        }
        xml.close();
    }
    for (at, link) in graph.links().enumerate() {
        let (source, target) = (thing_id(link.from), thing_id(link.to));
        xml.open("edge", &[("id", &format!("e{at}")), ("source", &source), ("target", &target)]);
        for (key, value) in arrow_values(link) {
            xml.text("data", &[("key", key)], &value);
        }
        xml.close();
    }
    xml.finish()
}

/// The id of a thing, which is the same in every export: the schema allows no spaces in ids, so it is a digest of the
/// key.
fn thing_id(thing: &Thing) -> String {
    let digest = blake3::hash(thing.key.as_str().as_bytes()).to_hex();
    format!("n{}", digest.get(..16).unwrap_or_default())
}

pub(super) fn thing_values(graph: &Graph, thing: &Thing) -> Vec<(&'static str, String)> {
    let mut values = vec![("label", thing.label.clone()), ("kind", thing.kind.name().to_owned())];
    let state = state_words(thing);
    if !state.is_empty() {
        values.push(("description", state.join("; ")));
    }
    let tags = tags(thing);
    if !tags.is_empty() {
        values.push(("tags", tags.join(", ")));
    }
    let owners = plain_owners(graph, thing);
    if !owners.is_empty() {
        values.push(("owner", owners.join("; ")));
    }
    values.extend(thing.status.map(|status| ("stage", status.name().to_owned())));
    values.extend(thing.want.map(|want| ("want", want.name().to_owned())));
    values.extend(thing.started.map(|day| ("started", day.to_string())));
    values.extend(thing.imported.then(|| ("imported", "yes".to_owned())));
    values.extend(thing.gone.as_ref().map(|gone| ("gone_since", gone.day.to_string())));
    values
}

pub(super) fn arrow_values(link: Link<'_>) -> Vec<(&'static str, String)> {
    let arrow = link.arrow;
    let mut values = vec![("relation", arrow.relation.name().to_owned())];
    values.extend(marks(arrow.sign).map(|sign| ("sign", sign.to_owned())));
    values.push(("strength", arrow.strength.marks().to_string()));
    values.extend(arrow.delay.map(|delay| ("delay", delay.days().to_string())));
    values.push(("confidence", format!("{:.3}", arrow.confidence)));
    let said = arrow.evidence.iter().rev().find(|said| !said.imagined);
    let words = all_beside(arrow);
    if !words.is_empty() {
        values.push(("rationale", words.join(" · ")));
    }
    // A file is imported, and nobody says it in any minute.
    values.extend(said.map(|said| {
        if said.is_imported() {
            ("imported_from", said.session.to_string())
        } else {
            ("said_in", format!("{} minute {}", said.session, said.at.as_mins()))
        }
    }));
    values.extend(arrow.gone().map(|gone| ("gone_since", gone.day.to_string())));
    values
}
