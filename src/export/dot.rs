use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::format::ExportFormat;
use super::wording::{marks, said_in_full};
use crate::graph::{Graph, Link, Thing};
use crate::layout::turned;
use crate::record::text::clean;
use crate::record::{Sign, Strength};

/// The entry of the Graphviz format in the list of formats.
pub(super) const FORMAT: ExportFormat =
    ExportFormat::map("dot", "The map for Graphviz", LACKS, "dot", |material| dot(material.graph));

/// What the format cannot hold.
const LACKS: &str = "other names, what was seen, and who agrees; what was said beside an arrow is its tooltip, and later is ninety days";

/// The map for Graphviz: a digraph from left to right. Units are clusters, and arrows that mean less are dashed.
///
/// The ids of nodes are the keys of things, so that the same map gives the same file. Graphviz ignores the attributes
/// that it does not know: the kind, the status, what is wanted, the strength from 1 to 3, the delay in days.
pub fn dot(graph: &Graph) -> String {
    let mut text = String::from("digraph adjacent {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
    let mut units: BTreeMap<&str, Vec<&Thing>> = BTreeMap::new();
    for thing in graph.things() {
        match &thing.unit {
            Some(unit) => units.entry(unit.as_str()).or_default().push(thing),
            None => node(&mut text, "  ", thing),
        }
    }
    for (number, things) in units.values().enumerate() {
        let name = things.first().and_then(|thing| thing.unit.as_ref()).map_or("", |unit| graph.label(unit));
        let _ = writeln!(text, "  subgraph cluster_{number} {{\n    label={};", shown(name));
        for thing in things {
            node(&mut text, "    ", thing);
        }
        text.push_str("  }\n");
    }
    let ends: Vec<(usize, usize)> =
        graph.inner().raw_edges().iter().map(|edge| (edge.source().index(), edge.target().index())).collect();
    let closing = turned(graph.inner().node_count(), &ends);
    for (link, closes) in graph.links().zip(closing) {
        edge(&mut text, link, closes);
    }
    text.push_str("}\n");
    text
}

fn node(text: &mut String, indent: &str, thing: &Thing) {
    let (id, label) = (quoted(thing.key.as_str()), shown(&thing.label));
    let mut attributes = vec![format!("label={label}"), format!("kind={}", quoted(thing.kind.name()))];
    let mut set = |name: &str, value: Option<String>| {
        attributes.extend(value.map(|value| format!("{name}={}", quoted(&value))));
    };
    set("status", thing.status.map(|status| status.name().to_owned()));
    set("want", thing.want.map(|want| want.name().to_owned()));
    set("started", thing.started.map(|day| day.to_string()));
    set("scarce", thing.scarce.then(|| "true".to_owned()));
    set("outside", thing.outside.then(|| "true".to_owned()));
    let _ = writeln!(text, "{indent}{id} [{}];", attributes.join(", "));
}

/// Writes an arrow. An arrow that closes a loop has no influence on the columns of its ends.
fn edge(text: &mut String, link: Link<'_>, closes: bool) {
    let arrow = link.arrow;
    let mut attributes = vec![format!("kind={}", quoted(arrow.relation.name()))];
    match marks(arrow.sign) {
        Some(sign) => attributes.extend([format!("label={}", quoted(sign)), format!("sign={}", quoted(sign))]),
        None => attributes.push(format!("label={}", quoted(arrow.relation.name()))),
    }
    if arrow.strength != Strength::default() {
        attributes.push(format!("strength={}", arrow.strength.marks()));
    }
    attributes.extend(arrow.delay.map(|delay| format!("delay={}", delay.days())));
    if arrow.sign == Sign::Minus {
        attributes.push("style=dashed".to_owned());
    } else if arrow.is_disputed() || arrow.is_faint() {
        attributes.push("style=dotted".to_owned());
    }
    if closes {
        attributes.push("constraint=false".to_owned());
    }
    attributes.push(format!("tooltip={}", shown(&said_in_full(link))));
    let (from, to) = (quoted(link.from.key.as_str()), quoted(link.to.key.as_str()));
    let _ = writeln!(text, "  {from} -> {to} [{}];", attributes.join(", "));
}

/// Returns a text as a quoted string of the DOT language, escaped.
fn quoted(text: &str) -> String {
    format!("\"{}\"", clean(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns a text that is shown, as a quoted string. Graphviz reads HTML entities in it, so an ampersand that would
/// begin one is written as an entity; other programs read any other ampersand as it is.
fn shown(text: &str) -> String {
    let mut parts = text.split('&');
    let mut safe = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split_once(';').map_or("", |(name, _)| name);
        let is_entity = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        safe.push_str(if is_entity { "&amp;" } else { "&" });
        safe.push_str(part);
    }
    quoted(&safe)
}
